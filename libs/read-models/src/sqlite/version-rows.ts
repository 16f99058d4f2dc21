import type { Position } from '#events/store/recorded-event';
import type { Projection } from '../store/define-projection.js';
import type { StoredVersion, VersionState } from '../store/projection-store.js';
import type { ReadDatabase, Statement } from './read-database.js';

interface StoredRow {
  readonly state: VersionState;
  readonly position: string;
}

/** Which versions of a projection there are, how far each has come, and which one readers see. */
export class VersionRows {
  private readonly finding: Statement;
  private readonly advancing: Statement;

  constructor(private readonly database: ReadDatabase) {
    this.finding = database.prepare('SELECT state, position FROM projection WHERE name = ? AND version = ?');
    this.advancing = database.prepare(
      'UPDATE projection SET position = @to WHERE name = @name AND version = @version AND position = @from',
    );
  }

  find({ name, version }: Projection): StoredVersion | undefined {
    // The cast: the columns that the statement names.
    const row = this.finding.get(name, version) as StoredRow | undefined;
    return row && { state: row.state, position: BigInt(row.position) };
  }

  begin({ name, version }: Projection, tables: readonly string[]): StoredVersion {
    this.database
      .prepare(`INSERT INTO projection VALUES (?, ?, 'building', '0', ?)`)
      .run(name, version, JSON.stringify(tables));
    return { state: 'building', position: 0n };
  }

  /** Compare-and-set; false when the checkpoint is another. */
  advance({ name, version }: Projection, from: Position, to: Position): boolean {
    return this.advancing.run({ name, version, from: from.toString(), to: to.toString() }).changes === 1;
  }

  setState({ name, version }: Projection, state: VersionState): void {
    this.database.prepare('UPDATE projection SET state = ? WHERE name = ? AND version = ?').run(state, name, version);
  }

  activate(projection: Projection): void {
    this.database
      .prepare(`UPDATE projection SET state = 'retired' WHERE name = ? AND state = 'active'`)
      .run(projection.name);
    this.setState(projection, 'active');
  }

  /** All versions but this one and the one that it replaces, with their tables: retired ones, and builds given up. */
  dropOthers({ name, version }: Projection): void {
    const condition = `name = ? AND state <> 'active' AND version <> ?`;
    // The casts: what begin wrote.
    const lists = this.database
      .prepare(`SELECT tables FROM projection WHERE ${condition}`)
      .pluck()
      .all(name, version) as string[];
    for (const table of lists.flatMap((list) => JSON.parse(list) as string[])) {
      this.database.exec(`DROP TABLE IF EXISTS "${table}"`);
      this.database.prepare('DELETE FROM counter WHERE tbl = ?').run(table);
    }
    this.database.prepare(`DELETE FROM projection WHERE ${condition}`).run(name, version);
    this.database
      .prepare(
        `DELETE FROM parked WHERE projection = ? AND version NOT IN (SELECT version FROM projection WHERE name = ?)`,
      )
      .run(name, name);
  }
}
