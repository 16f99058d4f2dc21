import { randomUUID } from 'node:crypto';
import { MongodbProjectionStore } from '#read-models/mongodb/mongodb-projection-store';
import { MongodbReadStore } from '#read-models/mongodb/mongodb-read-store';
import { openServerLog } from '../eventstoredb-protocol/log-server.js';
import { startViewsServer } from '../mongodb-protocol/views-server.js';

/** Over the protocols of the real servers, which are doubled in this process where the environment names none. */
export async function openServerStores() {
  const { log, stop } = await openServerLog();
  const viewServer = await startViewsServer({ isReplicaSet: true });
  const url = viewServer.urlOf(`e2e-${randomUUID()}`);
  const writer = new MongodbProjectionStore(url);
  return {
    log,
    views: new MongodbReadStore(url),
    writer,
    async remove() {
      await writer.close();
      await viewServer.close();
      stop();
    },
  };
}
