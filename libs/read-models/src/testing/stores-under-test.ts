import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach } from '@jest/globals';
import { InMemoryProjectionStore } from '../in-memory/in-memory-projection-store.js';
import { InMemoryReadStore } from '../in-memory/in-memory-read-store.js';
import { InMemoryViews } from '../in-memory/in-memory-views.js';
import { tableName } from '../sqlite/row-table.js';
import { SqliteProjectionStore } from '../sqlite/sqlite-projection-store.js';
import { SqliteReadStore } from '../sqlite/sqlite-read-store.js';
import { viewsOf, type Projection } from '../store/define-projection.js';
import type { ProjectionStore } from '../store/projection-store.js';
import type { ReadStore } from '../store/read-store.js';
import type { Row } from '../store/row.js';
import { byKey, type AllRows } from './naive-fold.js';

export interface OpenStores {
  readonly writer: ProjectionStore;
  readonly reader: ReadStore;
  /** Every row of the declared version, however it is indexed. */
  dump(projection: Projection): Promise<AllRows>;
}

/** A place for read models, opened as often as a process starts; the end of each test closes and removes it. */
export interface StorePlace {
  readonly technology: string;
  make(): OpenPlace;
}

export interface OpenPlace {
  /** What another process opens; empty where none can. */
  readonly address: string;
  open(): OpenStores;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aterkom-read-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const endings: (() => unknown)[] = [];

/** At the end of the test, the last first. */
export const atTheEnd = (ending: () => unknown): void => {
  endings.push(ending);
};

/** To be called once in a file that uses the places. */
export const endEachTest = (): void =>
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });

export const inMemory: StorePlace = {
  technology: 'memory',
  make() {
    const views = new InMemoryViews();
    return {
      address: '',
      open: () => ({
        writer: new InMemoryProjectionStore(views),
        reader: new InMemoryReadStore(views),
        dump({ name, version, ...projection }) {
          const stored = views.versions.get(name)?.get(version)?.rows;
          const all = viewsOf({ name, version, ...projection }).map((view) => {
            const rows = [...(stored?.get(view.name)?.values() ?? [])].flatMap(({ row }) => row ?? []);
            return [view.name, byKey(rows)] as const;
          });
          return Promise.resolve(Object.fromEntries(all));
        },
      }),
    };
  },
};

export const onSqlite: StorePlace = {
  technology: 'SQLite',
  make() {
    const file = join(temporaryFolder(), 'read.db');
    return {
      address: file,
      open() {
        const writer = new SqliteProjectionStore(file);
        const reader = new SqliteReadStore(file);
        endings.push(() => Promise.all([writer.close(), reader.close()]));
        return { writer, reader, dump: (projection) => Promise.resolve(dumpOf(file, projection)) };
      },
    };
  },
};

export function dumpOf(file: string, projection: Projection): AllRows {
  const database = new Database(file, { readonly: true });
  const all = viewsOf(projection).map((view) => {
    const docs = database
      .prepare(`SELECT doc FROM "${tableName(view.name, projection.version)}"`)
      .pluck()
      .all();
    return [view.name, byKey((docs as string[]).map((doc) => JSON.parse(doc) as Row))] as const;
  });
  database.close();
  return Object.fromEntries(all);
}
