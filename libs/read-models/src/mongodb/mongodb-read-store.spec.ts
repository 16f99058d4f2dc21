import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { startViewsServer, type ViewsServer } from '../../../../test/mongodb-protocol/views-server.js';
import { readStoreContract } from '../testing/read-store.contract.js';
import { MongodbProjectionStore } from './mongodb-projection-store.js';
import { MongodbReadStore } from './mongodb-read-store.js';

describe.each([{ isReplicaSet: false }, { isReplicaSet: true }])('over the protocol, %o', (options) => {
  let server: ViewsServer;

  beforeAll(async () => {
    server = await startViewsServer(options);
  });

  afterAll(() => server.close());

  readStoreContract('MongoDB', () => {
    let now = 0;
    const nowMs = (): number => now;
    const url = server.urlOf(`contract-${randomUUID()}`);
    const [writer, rival] = [new MongodbProjectionStore(url, { nowMs }), new MongodbProjectionStore(url, { nowMs })];
    const reader = new MongodbReadStore(url);
    return Promise.resolve({
      reader,
      writer,
      rival,
      moveClock: (ms) => (now += ms),
      close: async () => {
        await Promise.all([reader.close(), writer.close(), rival.close()]);
      },
    });
  });
});
