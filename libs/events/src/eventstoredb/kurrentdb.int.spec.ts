import { expect, test } from '@jest/globals';
import { kurrentProtocol } from '../../../../test/eventstoredb-protocol/kurrent-protocol.js';
import { ProtocolServer } from '../../../../test/eventstoredb-protocol/protocol-server.js';
import { describeWithRealServer } from '../../../../test/eventstoredb-protocol/real-servers.js';
import { serverLogContract } from '../testing/server-log.contract.js';
import { openEventStoreDb, openKurrentDb } from './open-server-log.js';

// In the run of test:int, so that this client is loaded in no process of the unit tests.
const server = await new ProtocolServer(kurrentProtocol).start();
const double = { url: server.urlFor('kurrentdb'), stop: () => server.stop() };

serverLogContract('EventStoreDbEventStore, through the KurrentDB client on the double,', double, openKurrentDb);

const servers = {
  scheme: 'kurrentdb',
  image: 'kurrentplatform/kurrentdb:25.1',
  environment: { KURRENTDB_INSECURE: 'true', KURRENTDB_TELEMETRY_OPTOUT: 'true' },
};

await describeWithRealServer('a real KurrentDB server', servers, (real) =>
  serverLogContract('EventStoreDbEventStore, through the KurrentDB client,', real, openKurrentDb),
);

test('a process that speaks through one client refuses the other', async () => {
  await expect(openEventStoreDb('esdb://127.0.0.1:1?tls=false')).rejects.toMatchObject({
    name: 'TwoClientsInOneProcess',
  });
});
