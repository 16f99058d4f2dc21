import type { Projection } from '../store/define-projection.js';
import { viewsOf } from '../store/define-projection.js';
import {
  ProjectionStore,
  type Lease,
  type ParkedEvent,
  type ProjectionCommit,
  type StoredVersion,
  type VersionState,
} from '../store/projection-store.js';
import { CheckpointMoved } from '../store/read-store.errors.js';
import type { StoredRow } from '../store/row.js';
import type { View } from '../store/view.js';
import { promised } from '#events/store/promised';
import { Counters } from './counters.js';
import { LeaseRow } from './lease-row.js';
import { ParkedRows } from './parked-rows.js';
import { openReadDatabase, type ReadDatabase } from './read-database.js';
import { RowTable, tableName } from './row-table.js';
import { VersionRows } from './version-rows.js';

export interface SqliteProjectionStoreOptions {
  /** Milliseconds since 1970; all projectors on the file share the machine's clock. */
  readonly nowMs?: () => number;
}

/** Rows, counters, parked keys and checkpoints in one file: a commit is one transaction. */
export class SqliteProjectionStore extends ProjectionStore {
  private readonly database: ReadDatabase;
  private readonly lease: LeaseRow;
  private readonly versions: VersionRows;
  private readonly parkedRows: ParkedRows;
  private readonly counters: Counters;
  private readonly tables = new Map<string, RowTable>();

  constructor(file: string, { nowMs = Date.now }: SqliteProjectionStoreOptions = {}) {
    super();
    this.database = openReadDatabase(file);
    this.lease = new LeaseRow(this.database, nowMs);
    this.versions = new VersionRows(this.database);
    this.parkedRows = new ParkedRows(this.database);
    this.counters = new Counters(this.database);
  }

  override acquireLease(holder: string, ttlMs: number): Promise<Lease | undefined> {
    return promised(() => this.lease.acquire(holder, ttlMs));
  }

  override renewLease(lease: Lease, ttlMs: number): Promise<boolean> {
    return promised(() => this.lease.renew(lease, ttlMs));
  }

  override releaseLease(lease: Lease): Promise<void> {
    return promised(() => this.lease.release(lease));
  }

  override open(lease: Lease, projection: Projection): Promise<StoredVersion> {
    return this.write(lease, () => this.versions.find(projection) ?? this.begin(projection));
  }

  override load(projection: Projection, view: View, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRow>> {
    return promised(() => this.tableOf(projection, view).load(keys));
  }

  override commit(lease: Lease, commits: readonly ProjectionCommit[]): Promise<void> {
    return this.write(lease, () => {
      for (const commit of commits) this.writeCommit(commit);
    });
  }

  override parked(projection: Projection): Promise<readonly ParkedEvent[]> {
    return promised(() => this.parkedRows.of(projection));
  }

  override completeBuild(lease: Lease, projection: Projection): Promise<void> {
    return this.write(lease, () => {
      if (this.stateOf(projection) !== 'building') return;
      for (const view of viewsOf(projection)) {
        const table = this.tableOf(projection, view);
        table.createIndexes();
        this.counters.countAll(table.table, view);
      }
      this.versions.setState(projection, 'ready');
    });
  }

  override activate(lease: Lease, projection: Projection): Promise<void> {
    return this.write(lease, () => {
      this.versions.dropOthers(projection);
      this.versions.activate(projection);
    });
  }

  override close(): Promise<void> {
    return promised(() => {
      this.database.close();
    });
  }

  /** One transaction, fenced: whoever has lost the lease writes nothing. */
  private write<T>(lease: Lease, work: () => T): Promise<T> {
    return promised(() =>
      this.database
        .transaction(() => {
          this.lease.mustHold(lease);
          return work();
        })
        .immediate(),
    );
  }

  private begin(projection: Projection): StoredVersion {
    const tables = viewsOf(projection).map((view) => this.tableOf(projection, view));
    for (const table of tables) table.create();
    return this.versions.begin(
      projection,
      tables.map(({ table }) => table),
    );
  }

  private writeCommit({ projection, from, to, changes, park, unpark }: ProjectionCommit): void {
    if (!this.versions.advance(projection, from, to)) throw new CheckpointMoved(projection.name, from);
    const counted = this.stateOf(projection) !== 'building';
    for (const { view, rows } of changes) {
      const table = this.tableOf(projection, view);
      for (const row of rows) table.write(row);
      if (counted) this.counters.apply(table.table, view, rows);
    }
    this.parkedRows.remove(projection, unpark);
    this.parkedRows.add(projection, park);
  }

  private stateOf(projection: Projection): VersionState | undefined {
    return this.versions.find(projection)?.state;
  }

  private tableOf({ version }: Projection, view: View): RowTable {
    const name = tableName(view.name, version);
    const known = this.tables.get(name);
    if (known) return known;
    const table = new RowTable(this.database, view, version);
    this.tables.set(name, table);
    return table;
  }
}
