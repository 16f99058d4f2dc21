import { viewsOf, type Projection } from '../store/define-projection.js';
import {
  ProjectionStore,
  type Lease,
  type ParkedEvent,
  type ProjectionCommit,
  type StoredVersion,
  type ViewChanges,
} from '../store/projection-store.js';
import { promised } from '#events/store/promised';
import { CheckpointMoved } from '../store/read-store.errors.js';
import type { Row, StoredRow } from '../store/row.js';
import type { View } from '../store/view.js';
import type { InMemoryViews, MemoryVersion } from './in-memory-views.js';

/** For tests and the contract's second witness: nothing outlives the process. */
export class InMemoryProjectionStore extends ProjectionStore {
  constructor(private readonly views: InMemoryViews) {
    super();
  }

  override acquireLease(holder: string, ttlMs: number): Promise<Lease | undefined> {
    return Promise.resolve(this.views.lease.acquire(holder, ttlMs));
  }

  override renewLease(lease: Lease, ttlMs: number): Promise<boolean> {
    return Promise.resolve(this.views.lease.renew(lease, ttlMs));
  }

  override releaseLease(lease: Lease): Promise<void> {
    this.views.lease.renew(lease, 0);
    return Promise.resolve();
  }

  override open(lease: Lease, projection: Projection): Promise<StoredVersion> {
    return this.write(lease, () => {
      const { name, version } = projection;
      const versions = this.views.versions.get(name) ?? new Map<number, MemoryVersion>();
      const stored = versions.get(version) ?? begin(projection);
      this.views.versions.set(name, versions.set(version, stored));
      return { state: stored.state, position: stored.position };
    });
  }

  override load(projection: Projection, view: View, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRow>> {
    const rows = this.versionOf(projection).rows.get(view.name);
    const found = keys.flatMap((key) => {
      const stored = rows?.get(key);
      return stored ? [[key, stored] as const] : [];
    });
    return Promise.resolve(new Map(found));
  }

  override commit(lease: Lease, commits: readonly ProjectionCommit[]): Promise<void> {
    return this.write(lease, () => {
      const moved = commits.find(({ projection, from }) => this.versionOf(projection).position !== from);
      if (moved) throw new CheckpointMoved(moved.projection.name, moved.from);
      for (const { projection, to, changes, park, unpark } of commits) {
        const version = this.versionOf(projection);
        version.position = to;
        for (const change of changes) writeRows(version, change);
        version.parked = [...version.parked.filter(({ key }) => !unpark.includes(key)), ...park];
      }
    });
  }

  override parked(projection: Projection): Promise<readonly ParkedEvent[]> {
    return Promise.resolve(this.versionOf(projection).parked);
  }

  override completeBuild(lease: Lease, projection: Projection): Promise<void> {
    return this.write(lease, () => {
      const version = this.versionOf(projection);
      if (version.state === 'building') version.state = 'ready';
    });
  }

  override activate(lease: Lease, projection: Projection): Promise<void> {
    return this.write(lease, () => {
      const chosen = this.versionOf(projection);
      const versions = this.views.versions.get(projection.name);
      for (const other of versions?.values() ?? []) {
        if (other === chosen) continue;
        if (other.state === 'active') other.state = 'retired';
        else versions?.delete(other.version);
      }
      chosen.state = 'active';
    });
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }

  private write<T>(lease: Lease, work: () => T): Promise<T> {
    return promised(() => {
      this.views.lease.mustHold(lease);
      const result = work();
      this.views.committed();
      return result;
    });
  }

  private versionOf({ name, version }: Projection): MemoryVersion {
    const found = this.views.versions.get(name)?.get(version);
    if (!found) throw new CheckpointMoved(name, 0n);
    return found;
  }
}

const begin = (projection: Projection): MemoryVersion => ({
  version: projection.version,
  state: 'building',
  position: 0n,
  parked: [],
  rows: new Map(viewsOf(projection).map(({ name }) => [name, new Map<string, StoredRow>()])),
});

function writeRows(version: MemoryVersion, { view, rows }: ViewChanges): void {
  const table = version.rows.get(view.name);
  for (const { key, after } of rows) {
    if (after.row) table?.set(key, { ...after, row: copyOf(after.row) });
    else table?.delete(key);
  }
}

/** Kept as texts would be: what does not survive a real store does not survive here either. */
const copyOf = (row: Row): Row => JSON.parse(JSON.stringify(row)) as Row;
