import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventStoreProtocol } from '../../../test/eventstoredb-protocol/eventstore-protocol.js';
import { ProtocolServer } from '../../../test/eventstoredb-protocol/protocol-server.js';
import { newNotes } from '#events/testing/new-notes';
import { readConfig } from '#runtime/config';
import { openLog } from './open-log.js';

let server: ProtocolServer;

beforeEach(async () => {
  server = await new ProtocolServer(eventStoreProtocol).start();
});
afterEach(() => server.stop());

test('a log on a server has its streams under the namespace that is set', async () => {
  const servers = { EVENTSTORE_URL: server.url, MONGODB_URL: 'mongodb://views' };
  const needed = { ...servers, PEPPER: 'p'.repeat(32), OUTBOX_DIR: 'outbox' };
  const written: (string | undefined)[] = [];
  for (const namespace of ['one', 'other', '']) {
    const log = await openLog(readConfig({ ...needed, EVENTSTORE_NAMESPACE: namespace }));
    await log.append('card-1', newNotes(`of ${namespace}`), 'no-stream').finally(() => log.close());
    written.push(server.log.events.at(-1)?.streamId);
  }
  expect(written).toEqual(['one.card-1', 'other.card-1', 'card-1']);
});
