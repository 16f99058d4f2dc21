import { describe, expect, test } from '@jest/globals';
import { serverUnderTest } from '../testing/server-under-test.js';
import { openEventStoreDb } from './open-server-log.js';

const under = serverUnderTest();

describe('the start on a server', () => {
  test('tells its version and what it can do', async () => {
    const told: unknown[] = [];
    await under.test.opened({ report: (facts) => told.push(facts) });
    expect(told).toEqual([
      { version: '23.10.6', capabilities: ['batch-append', 'filtered-reads', 'revision-check'], head: '0' },
    ]);
  });

  test('leaves nothing behind but its first trace, which no reader sees', async () => {
    const before = under.test.server.log.events.length;
    const store = await under.test.opened();
    expect(under.test.server.log.events).toHaveLength(before);
    expect(await store.head()).toBe(0n);
  });

  test('is refused where a wrong revision is taken', async () => {
    under.test.server.log.checksRevisions = false;
    await expect(under.test.opened()).rejects.toMatchObject({ name: 'ServerUnfit', lacks: 'revision-check' });
  });

  test('is refused where the server is too old', async () => {
    under.test.server.faults.knowsBatchAppend = false;
    await expect(under.test.opened()).rejects.toMatchObject({ name: 'ServerUnfit', lacks: 'batch-append' });
  });

  test('fails where no server is', async () => {
    under.test.server.stop();
    await expect(under.test.opened()).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'unreachable' });
  });

  test('finds the server through the gossip of its cluster', async () => {
    const store = await openEventStoreDb(under.test.server.url.replace('esdb:', 'esdb+discover:'));
    expect(await store.head()).toBe(0n);
    await store.close();
  });

  test('keeps logs of different names apart', async () => {
    await expect(openEventStoreDb(under.test.server.url, { namespace: 'no-dash' })).rejects.toThrow(RangeError);
  });
});
