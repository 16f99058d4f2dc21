import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startViewsServer, type ViewsServer } from '../../../../test/mongodb-protocol/views-server.js';
import { LeaseLost } from '../store/read-store.errors.js';
import { ControlDocument } from './control-document.js';
import { MongodbDatabase } from './mongodb-database.js';

const LEASE_MS = 60_000;

describe('the document on which projectors compete', () => {
  let server: ViewsServer;
  let database: MongodbDatabase;
  let control: ControlDocument;

  beforeEach(async () => {
    server = await startViewsServer({ isReplicaSet: true });
    database = new MongodbDatabase(server.urlOf(`control-${randomUUID()}`));
    control = new ControlDocument(database, Date.now);
  });

  afterEach(async () => {
    await database.close();
    await server.close();
  });

  test('takes no change for the one that was asked for, although it is of the same owner and revision', async () => {
    await database.ask(() => control.acquire('one', LEASE_MS));
    const seen = await control.read();
    if (!seen) throw new Error('there is no control document');
    // As where the first was given up for lost and arrives after all, before the second.
    const changes = await Promise.allSettled([
      control.change(seen, { commits: 1 }),
      control.change(seen, { commits: 2 }),
    ]);
    const [made, refused] = changes.toSorted((one, other) => one.status.localeCompare(other.status));
    expect(made).toMatchObject({ status: 'fulfilled', value: { revision: seen.revision + 1 } });
    expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(LeaseLost) });
  });
});
