import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { MongoClient, type Db } from 'mongodb';
import {
  MongodbProtocolServer,
  type ProtocolServerOptions,
} from '../../../../test/mongodb-protocol/mongodb-protocol-server.js';
import { startViewsServer, type ViewsServer } from '../../../../test/mongodb-protocol/views-server.js';
import { activeIn, CONTROL_ID, versionIn, type Control } from '../mongodb/control.js';
import { MongodbProjectionStore } from '../mongodb/mongodb-projection-store.js';
import { MongodbReadStore } from '../mongodb/mongodb-read-store.js';
import type { RowDoc } from '../mongodb/stored-doc.js';
import { viewsOf, type Projection } from '../store/define-projection.js';
import { byKey, type AllRows } from './naive-fold.js';
import { atTheEnd, type OpenPlace, type OpenStores, type StorePlace } from './stores-under-test.js';

export interface MongodbPlace extends StorePlace {
  /** Absent where the server is given: nobody here restarts it, or tells it to misbehave. */
  readonly double: MongodbProtocolServer | undefined;
  make(): OpenPlace & {
    /** With a clock of its own for the lease, where one is given. */
    open(nowMs?: () => number): OpenStores;
  };
}

/** Says which test does not run on the server that is given, and why. */
export function isDoubled(name: string, reason: string): boolean {
  if (process.env['MONGODB_TEST_URL'] === undefined) return true;
  process.stderr.write(`skipped: ${name}: ${reason}\n`);
  return false;
}

/** A place on a server, by itself a double, that lives as long as the file's tests; to be called once in a file, before `endEachTest`. */
export function mongodbPlace(options?: ProtocolServerOptions): MongodbPlace {
  let server: ViewsServer;
  beforeAll(async () => {
    server = await startViewsServer(options);
  });
  afterAll(() => server.close());
  return {
    technology: 'MongoDB',
    get double() {
      return server instanceof MongodbProtocolServer ? server : undefined;
    },
    make() {
      const url = server.urlOf(`place-${randomUUID()}`);
      return {
        address: url,
        open(nowMs?: () => number) {
          const writer = new MongodbProjectionStore(url, { nowMs });
          const reader = new MongodbReadStore(url);
          const client = new MongoClient(url);
          atTheEnd(() => Promise.all([writer.close(), reader.close(), client.close()]));
          return { writer, reader, dump: (projection) => dumpOf(client.db(), projection) };
        },
      };
    },
  };
}

/** Every row of the declared version, or of the one that is shown where there is none, read past the adapter. */
async function dumpOf(db: Db, projection: Projection): Promise<AllRows> {
  const control = await db.collection<Control>('control').findOne({ _id: CONTROL_ID });
  const version = (control && versionIn(control, projection)) ?? activeIn(control ?? undefined, projection);
  const all = await Promise.all(
    viewsOf(projection).map(async ({ name }) => {
      const docs = await db
        .collection<RowDoc>(version.collections[name] ?? name)
        .find()
        .toArray();
      return [name, byKey(docs.flatMap(({ row }) => row ?? []))] as const;
    }),
  );
  return Object.fromEntries(all);
}
