import type { Projection } from '../store/define-projection.js';
import { viewsOf } from '../store/define-projection.js';
import { ViewUnavailable } from '../store/read-store.errors.js';
import { openReadDatabase, type ReadDatabase } from './read-database.js';
import { tableName } from './row-table.js';

/**
 * Puts projections that were rebuilt in a file of their own in the place of those that are shown: in one transaction, so that readers see
 * the old rows or the new ones. The epoch grows, so that a projector that runs lets go of what it has in memory, begins again at the new
 * checkpoint and folds what has come since.
 * @throws ViewUnavailable where the declared version is not the one that is shown; nothing is changed then
 */
export function swapIn(file: string, rebuiltFile: string, projections: readonly Projection[]): void {
  const database = openReadDatabase(file);
  try {
    database.prepare('ATTACH ? AS rebuilt').run(rebuiltFile);
    database.transaction(() => replaceAll(database, projections)).immediate();
  } finally {
    database.close();
  }
}

function replaceAll(database: ReadDatabase, projections: readonly Projection[]): void {
  database.exec('UPDATE main.lease SET epoch = epoch + 1, until_ms = 0');
  for (const projection of projections) replace(database, projection);
}

function replace(database: ReadDatabase, projection: Projection): void {
  const { name, version } = projection;
  const moved = database.prepare(
    `UPDATE main.projection SET position = (SELECT position FROM rebuilt.projection WHERE name = @name AND version = @version)
     WHERE name = @name AND version = @version AND state = 'active'`,
  );
  if (moved.run({ name, version }).changes !== 1) throw new ViewUnavailable(name);
  database.prepare('DELETE FROM main.parked WHERE projection = ? AND version = ?').run(name, version);
  for (const view of viewsOf(projection)) replaceTable(database, tableName(view.name, version));
}

function replaceTable(database: ReadDatabase, table: string): void {
  database.exec(`DELETE FROM main."${table}"`);
  database.exec(`INSERT INTO main."${table}" SELECT * FROM rebuilt."${table}"`);
  database.prepare('DELETE FROM main.counter WHERE tbl = ?').run(table);
  database.prepare('INSERT INTO main.counter SELECT * FROM rebuilt.counter WHERE tbl = ?').run(table);
}
