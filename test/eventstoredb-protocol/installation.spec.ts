import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openEventStoreDb } from '#events/eventstoredb/open-server-log';
import { openInstallation } from '#runtime/installation';
import { eventStoreProtocol } from './eventstore-protocol.js';
import { ProtocolServer } from './protocol-server.js';

const NOW = '2026-11-23T08:00:00.000Z';
let server: ProtocolServer;

beforeEach(async () => {
  server = await new ProtocolServer(eventStoreProtocol).start();
});
afterEach(() => server.stop());

async function started(pepperFingerprint: string): Promise<string> {
  const store = await openEventStoreDb(server.url);
  try {
    return (await openInstallation(store, pepperFingerprint, NOW)).storeId;
  } finally {
    await store.close();
  }
}

test('a log on a server keeps its store id and the fingerprint of its pepper, whichever process starts first', async () => {
  const [first, second] = await Promise.all([started('one'), started('one')]);
  expect(second).toBe(first);
  await expect(started('another')).rejects.toMatchObject({ name: 'PepperDiffers' });
});
