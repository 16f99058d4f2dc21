import { beforeEach, describe, expect, test } from '@jest/globals';
import { appendForeignEvents } from '../../../../test/eventstoredb-protocol/foreign-events.js';
import type { LogBatch } from '../store/event-store.js';
import { newNotes, textsOf } from '../testing/new-notes.js';
import { serverUnderTest } from '../testing/server-under-test.js';

const under = serverUnderTest();

describe('what other programs write to the same server', () => {
  beforeEach(async () => {
    await under.store.append('card-1', newNotes('a'), 'no-stream');
    appendForeignEvents(under.test.server.log);
    await under.store.append('number-1', newNotes('b'), 'no-stream');
  });

  test('is no part of the log', async () => {
    const head = await under.store.head();
    appendForeignEvents(under.test.server.log);
    expect(await under.store.head()).toBe(head);
    expect(textsOf(await under.store.readAll({ limit: 10 }))).toEqual(['a', 'b']);
  });

  test('does not disturb a subscription, neither while it catches up nor live', async () => {
    const batches = under.store.subscribe({ after: 'start', signal: new AbortController().signal });
    const reading = batches[Symbol.asyncIterator]();
    const next = async () => ((await reading.next()) as IteratorYieldResult<LogBatch>).value;
    expect(textsOf((await next()).events)).toEqual(['a', 'b']);
    const following = next();
    appendForeignEvents(under.test.server.log);
    const { position } = await under.store.append('card-1', newNotes('c'), 0);
    const live = await following;
    expect([textsOf(live.events), live.position]).toEqual([['c'], position]);
    await reading.return?.();
  });
});
