import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import type { EventStore } from '#events/store/event-store';
import { InMemoryProjectionStore } from '#read-models/in-memory/in-memory-projection-store';
import { InMemoryReadStore } from '#read-models/in-memory/in-memory-read-store';
import { InMemoryViews } from '#read-models/in-memory/in-memory-views';
import { SqliteProjectionStore } from '#read-models/sqlite/sqlite-projection-store';
import { SqliteReadStore } from '#read-models/sqlite/sqlite-read-store';
import type { ProjectionStore } from '#read-models/store/projection-store';
import type { ReadStore } from '#read-models/store/read-store';

/** What one installation stands on; the log and the readers' side are closed by the API that is given them. */
export interface TestStores {
  readonly log: EventStore;
  readonly views: ReadStore;
  readonly writer: ProjectionStore;
  /** After everything over the stores has been closed. */
  remove(): Promise<void>;
}

function inMemory(): TestStores {
  const views = new InMemoryViews();
  const writer = new InMemoryProjectionStore(views);
  return {
    log: new InMemoryEventStore(),
    views: new InMemoryReadStore(views),
    writer,
    remove: () => writer.close(),
  };
}

function embedded(): TestStores {
  const folder = mkdtempSync(join(tmpdir(), 'aterkom-e2e-'));
  const writer = new SqliteProjectionStore(join(folder, 'read.sqlite'));
  return {
    log: new SqliteEventStore({ file: join(folder, 'events.sqlite') }),
    views: new SqliteReadStore(join(folder, 'read.sqlite')),
    writer,
    async remove() {
      await writer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What speaks to servers is loaded where they are asked for: it takes longer to load than most scenarios to run. */
const servers = async (): Promise<TestStores> => (await import('./server-stores.js')).openServerStores();

const KINDS = { 'in-memory': inMemory, embedded, servers };

/** Which stores the scenarios of test/e2e run on is told from outside: the same scenarios, once for each. */
export async function openTestStores(): Promise<TestStores> {
  const { TEST_STORES: asked = 'in-memory' } = process.env;
  if (!Object.hasOwn(KINDS, asked)) throw new Error(`TEST_STORES: must be one of ${Object.keys(KINDS).join(', ')}`);
  // The cast: it was just found among the keys.
  return KINDS[asked as keyof typeof KINDS]();
}
