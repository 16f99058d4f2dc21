/** Both doubles in a process of their own, until it is asked to end: for what must not share theirs. */
import { eventStoreProtocol } from '../eventstoredb-protocol/eventstore-protocol.js';
import { ProtocolServer } from '../eventstoredb-protocol/protocol-server.js';
import { MongodbProtocolServer } from '../mongodb-protocol/mongodb-protocol-server.js';

const log = await new ProtocolServer(eventStoreProtocol).start();
const views = await MongodbProtocolServer.start({ isReplicaSet: true });
process.stdout.write(`log ${log.url}, views ${views.urlOf('bench')}\n`);
process.on('SIGTERM', () => process.exit(0));
