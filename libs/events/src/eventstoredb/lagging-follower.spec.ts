import { describe, expect, test } from '@jest/globals';
import { rpcErrors } from '../../../../test/eventstoredb-protocol/rpc-errors.js';
import { Reader, until } from '../testing/background-reader.js';
import { newNotes, textsOf } from '../testing/new-notes.js';
import { serverUnderTest } from '../testing/server-under-test.js';

const under = serverUnderTest();

/** Appends to a stream, and takes the follower's copy of the log after the first of them. */
async function appendBeyondFollower(streamId: string, first: string, ...later: readonly string[]): Promise<void> {
  const { log, faults } = under.test.server;
  await under.store.append(streamId, newNotes(first), 'no-stream');
  faults.follower = log.copy();
  if (later.length > 0) await under.store.append(streamId, newNotes(...later), 0);
}

describe('a follower that lags', () => {
  test('is asked for nothing: streams, pages, the head and subscriptions come from the leader', async () => {
    await appendBeyondFollower('card-1', 'a', 'b');
    const after = await under.store.head();
    expect(textsOf(await under.store.readStream('card-1'))).toEqual(['a', 'b']);
    expect(textsOf(await under.store.readAll({ limit: 10 }))).toEqual(['a', 'b']);
    const readers = [new Reader(under.store), new Reader(under.store, { after })];
    await until(() => under.test.server.faults.subscriptionsBegun === readers.length);
    await under.store.append('card-1', newNotes('c'), 1);
    for (const reader of readers) await until(() => reader.error !== undefined || reader.texts.includes('c'));
    for (const reader of readers) await reader.stop();
    expect(readers.map(({ texts, error }) => [error, texts])).toEqual([
      [undefined, ['a', 'b', 'c']],
      [undefined, ['c']],
    ]);
  });

  test('sends a subscription to the leader', async () => {
    const { faults } = under.test.server;
    const { hostname, port } = new URL(under.test.server.url);
    void faults.onNextRead('by-leader');
    const sentAway = faults.onNextRead(rpcErrors.notLeader(hostname, Number(port)));
    const reader = new Reader(under.store);
    await sentAway;
    await under.store.append('card-1', newNotes('a'), 'no-stream');
    await until(
      () => reader.error !== undefined || reader.texts.length > 0,
      () => under.test.letItLook(),
    );
    await reader.stop();
    expect([reader.error, reader.texts]).toEqual([undefined, ['a']]);
    expect(under.test.reports).toContain('the subscription has ended: error');
  });

  test('passes over nothing where it answers a page although the leader told the head', async () => {
    await appendBeyondFollower('card-1', 'a', 'b', 'c');
    const { faults } = under.test.server;
    void faults.onNextRead('by-leader');
    void faults.onNextRead('by-follower');
    const reader = new Reader(under.store);
    await until(() => faults.subscriptionsBegun === 1);
    await under.store.append('card-1', newNotes('d'), 2);
    await until(() => reader.texts.includes('d'));
    await reader.stop();
    expect(reader.texts).toEqual(['a', 'b', 'c', 'd']);
  });

  test('passes over nothing where it answers a look at a subscription that has fallen silent', async () => {
    const { faults } = under.test.server;
    const reader = new Reader(under.store, { categories: ['number'] });
    await until(() => faults.subscriptionsBegun === 1);
    faults.hangSubscriptions();
    await appendBeyondFollower('card-1', 'unwanted');
    await under.store.append('number-1', newNotes('a'), 'no-stream');
    void faults.onNextRead('by-leader');
    let isLookedUp = false;
    void faults.onNextRead('by-follower').then(() => (isLookedUp = true));
    const look = () => under.test.letItLook();
    await until(() => isLookedUp, look);
    await under.store.append('number-1', newNotes('b'), 0);
    await until(() => reader.texts.includes('b'), look);
    await reader.stop();
    expect(reader.texts).toEqual(['a', 'b']);
  });
});
