import { rm } from 'node:fs/promises';
import type { Position } from '#events/store/recorded-event';
import { viewsOf, type Projection } from '../store/define-projection.js';
import { RebuildBehind, ViewUnavailable } from '../store/read-store.errors.js';
import { RebuildPlace } from '../store/rebuild-place.js';
import { openReadDatabase, type ReadDatabase } from './read-database.js';
import { tableName } from './row-table.js';
import { SqliteProjectionStore } from './sqlite-projection-store.js';

/** Only a projector that commits in the moment between the last look at the log and the transaction makes one try again. */
const MOST_TRIES = 100;

/** A file beside the one that is shown. */
export class SqliteRebuildPlace extends RebuildPlace {
  override readonly store: SqliteProjectionStore;
  private readonly besideFile: string;

  constructor(private readonly file: string) {
    super();
    this.besideFile = `${file}.rebuild-${process.pid}`;
    this.store = new SqliteProjectionStore(this.besideFile);
  }

  /** In one transaction; the epoch grows. */
  override async swapIn(projections: readonly Projection[], catchUp: () => Promise<void>): Promise<void> {
    const database = openReadDatabase(this.file);
    try {
      database.prepare('ATTACH ? AS rebuilt').run(this.besideFile);
      await tried(MOST_TRIES, async () => {
        await catchUp();
        database.transaction(() => replaceAll(database, projections)).immediate();
      });
    } finally {
      database.close();
    }
  }

  override async discard(): Promise<void> {
    await this.store.close();
    for (const part of ['', '-wal', '-shm']) await rm(this.besideFile + part, { force: true });
  }
}

/** Again while a projector was quicker. */
async function tried(times: number, swap: () => Promise<void>): Promise<void> {
  try {
    await swap();
  } catch (error) {
    if (!(error instanceof RebuildBehind) || times === 1) throw error;
    await tried(times - 1, swap);
  }
}

function replaceAll(database: ReadDatabase, projections: readonly Projection[]): void {
  database.exec('UPDATE main.lease SET epoch = epoch + 1, until_ms = 0');
  for (const projection of projections) replace(database, projection);
}

function replace(database: ReadDatabase, projection: Projection): void {
  const { name, version } = projection;
  if (positionIn(database, 'rebuilt', projection) < positionIn(database, 'main', projection)) {
    throw new RebuildBehind(name);
  }
  const moved = database.prepare(
    `UPDATE main.projection SET position = (SELECT position FROM rebuilt.projection WHERE name = @name AND version = @version)
     WHERE name = @name AND version = @version AND state = 'active'`,
  );
  if (moved.run({ name, version }).changes !== 1) throw new ViewUnavailable(name);
  database.prepare('DELETE FROM main.parked WHERE projection = ? AND version = ?').run(name, version);
  for (const view of viewsOf(projection)) replaceTable(database, tableName(view.name, version));
}

function positionIn(database: ReadDatabase, place: 'main' | 'rebuilt', { name, version }: Projection): Position {
  const found: unknown = database
    .prepare(`SELECT position FROM ${place}.projection WHERE name = ? AND version = ?`)
    .pluck()
    .get(name, version);
  return typeof found === 'string' ? BigInt(found) : 0n;
}

function replaceTable(database: ReadDatabase, table: string): void {
  database.exec(`DELETE FROM main."${table}"`);
  database.exec(`INSERT INTO main."${table}" SELECT * FROM rebuilt."${table}"`);
  database.prepare('DELETE FROM main.counter WHERE tbl = ?').run(table);
  database.prepare('INSERT INTO main.counter SELECT * FROM rebuilt.counter WHERE tbl = ?').run(table);
}
