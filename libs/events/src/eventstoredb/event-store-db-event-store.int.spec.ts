import { describeWithRealServer } from '../../../../test/eventstoredb-protocol/real-servers.js';
import { serverLogContract } from '../testing/server-log.contract.js';
import { openEventStoreDb } from './open-server-log.js';

const servers = {
  scheme: 'esdb',
  image: 'eventstore/eventstore:23.10.6-bookworm-slim',
  environment: { EVENTSTORE_INSECURE: 'true', EVENTSTORE_TELEMETRY_OPTOUT: 'true' },
};

await describeWithRealServer('a real EventStoreDB server', servers, (server) =>
  serverLogContract('EventStoreDbEventStore', server, openEventStoreDb),
);
