import { describe, expect, test } from '@jest/globals';
import { rpcErrors } from '../../../../test/eventstoredb-protocol/rpc-errors.js';
import { newNotes, textsOf } from '../testing/new-notes.js';
import { serverUnderTest } from '../testing/server-under-test.js';

const under = serverUnderTest();

describe('a read', () => {
  test.each([
    [rpcErrors.unavailable(), 'unreachable'],
    [rpcErrors.tooBusy(), 'overloaded'],
    [rpcErrors.timeout(), 'timed-out'],
    [rpcErrors.accessDenied(), 'access-denied'],
    ['incomplete', 'bad-answer'],
  ] as const)('that fails (%s) is a store that is %s, and the next one succeeds', async (fault, reason) => {
    await under.store.append('card-1', newNotes('a'), 'no-stream');
    void under.test.server.faults.onNextRead(fault);
    await expect(under.store.readStream('card-1')).rejects.toMatchObject({ name: 'StoreUnavailable', reason });
    expect(textsOf(await under.store.readStream('card-1'))).toEqual(['a']);
  });

  test('that is sent away by a follower is asked of the leader', async () => {
    await under.store.append('card-1', newNotes('a'), 'no-stream');
    const { hostname, port } = new URL(under.test.server.url);
    void under.test.server.faults.onNextRead(rpcErrors.notLeader(hostname, Number(port)));
    expect(textsOf(await under.store.readStream('card-1'))).toEqual(['a']);
  });

  test('that is never answered is given up', async () => {
    const met = under.test.server.faults.onNextRead('silent');
    const reading = under.store.readAll({ limit: 1 });
    await met;
    under.test.losePatience();
    await expect(reading).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'timed-out' });
  });
});
