import { describe, expect, test } from '@jest/globals';
import type { SubscribeOptions } from '../store/event-store.js';
import { Reader, until } from '../testing/background-reader.js';
import { newNotes, textsOf } from '../testing/new-notes.js';
import { serverUnderTest } from '../testing/server-under-test.js';

const BUFFER_EVENTS = 5;
const under = serverUnderTest({ bufferEvents: BUFFER_EVENTS });

let revision = -1;
const append = async (...texts: readonly string[]): Promise<void> => {
  const isFirst = (await under.store.readStream('card-1')).length === 0;
  if (isFirst) revision = -1;
  ({ revision } = await under.store.append('card-1', newNotes(...texts), isFirst ? 'no-stream' : revision));
};

const begun = (): number => under.test.server.faults.subscriptionsBegun;

/** A reader that has caught up and follows live. */
async function liveReader(options?: Partial<SubscribeOptions>): Promise<Reader> {
  const before = begun();
  const reader = new Reader(under.store, options);
  await until(() => begun() > before);
  return reader;
}

describe('a live subscription goes on with exactly the missed events', () => {
  test.each([
    ['ends cleanly', () => under.test.server.faults.endSubscriptions()],
    ['is dropped as too slow', () => under.test.server.faults.dropSlowSubscriptions()],
    ['falls silent', () => under.test.server.faults.hangSubscriptions()],
  ])('when it %s', async (_, misbehave) => {
    await append('a');
    const reader = await liveReader();
    await append('b');
    await until(() => reader.texts.length === 2);
    misbehave();
    await append('c', 'd');
    await until(
      () => reader.texts.length === 4,
      () => under.test.letItLook(),
    );
    await append('e');
    await until(
      () => reader.texts.length === 5,
      () => under.test.letItLook(),
    );
    await reader.stop();
    expect(reader.texts).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(begun()).toBeGreaterThan(1);
  });

  test('when the server is gone for a while', async () => {
    const { server, reports } = under.test;
    await append('a');
    const reader = await liveReader();
    server.stop();
    await until(
      () => reports.filter((message) => message === 'the event store does not answer').length >= 3,
      () => under.test.letItLook(),
    );
    await server.start();
    await append('b');
    await until(
      () => reader.texts.length === 2,
      () => under.test.letItLook(),
    );
    await reader.stop();
    expect(reader.texts).toEqual(['a', 'b']);
    expect(reader.texts).toEqual(['a', 'b']);
  });

  test('when its reader is so slow that the buffer runs over', async () => {
    await append('a');
    const reading = under.store.subscribe({ after: 'start', signal: new AbortController().signal });
    const batches = reading[Symbol.asyncIterator]();
    const next = async (): Promise<string[]> => {
      const { done, value } = await batches.next();
      return done ? [] : textsOf(value.events);
    };
    expect(await next()).toEqual(['a']);
    const second = next();
    await until(() => begun() === 1);
    await append('b');
    const texts = await second;
    // While the reader is busy with that.
    const slow = Array.from({ length: 4 * BUFFER_EVENTS }, (_, n) => `slow ${n}`);
    for (const text of slow) await append(text);
    while (texts.length <= slow.length) texts.push(...(await next()));
    expect(texts).toEqual(['b', ...slow]);
    expect(under.test.reports).toContain('the subscription has ended: overflow');
    await batches.return?.();
  });
});

describe('a quiet subscription', () => {
  test('is left alone, and tells how far the log has gone without it', async () => {
    await append('a');
    const reader = await liveReader({ categories: ['number'] });
    for (const text of ['b', 'c', 'd']) {
      await append(text);
      const head = await under.store.head();
      await until(
        () => reader.position === head,
        () => under.test.letItLook(),
      );
    }
    await reader.stop();
    expect(reader.texts).toEqual([]);
    expect(begun()).toBe(1);
  });
});

describe('a log that has lost its newest events', () => {
  const LOST = { name: 'PositionBeyondLog', message: expect.stringContaining('the log was rolled back') };

  test('stops a reader that begins beyond its end', async () => {
    await append('a', 'b');
    const after = await under.store.head();
    under.test.server.log.loseLast(1);
    const reader = new Reader(under.store, { after });
    await until(() => reader.error !== undefined);
    expect(reader.error).toMatchObject(LOST);
  });

  test('stops a reader that follows it live, also one that hears nothing of it', async () => {
    await append('a', 'b');
    const reader = await liveReader();
    under.test.server.faults.hangSubscriptions();
    under.test.server.log.loseLast(1);
    await until(
      () => reader.error !== undefined,
      () => under.test.letItLook(),
    );
    expect(reader.error).toMatchObject(LOST);
    expect(reader.texts).toEqual(['a', 'b']);
    expect(reader.texts).toEqual(['a', 'b']);
  });
});

test('what cannot be read stops the reader, not the process', async () => {
  await append('a');
  const met = under.test.server.faults.onNextRead('incomplete');
  const reader = new Reader(under.store);
  await met;
  await until(() => reader.error !== undefined);
  expect(reader.error).toMatchObject({ name: 'StoreUnavailable', reason: 'bad-answer' });
});
