import type { Position } from '#events/store/recorded-event';
import type { Projection } from './define-projection.js';
import type { StoredRow } from './row.js';
import type { View } from './view.js';

/** The right to write, held by one projector at a time. A larger epoch has taken over from a smaller. */
export interface Lease {
  readonly holder: string;
  readonly epoch: number;
}

/**
 * `building`: bulk loading, neither indexes nor counters; `ready`: complete, not shown; `active`: what readers see;
 * `retired`: replaced, kept so that the version before can be gone back to.
 */
export type VersionState = 'building' | 'ready' | 'active' | 'retired';

export interface StoredVersion {
  readonly state: VersionState;
  readonly position: Position;
}

export interface RowChange {
  readonly key: string;
  /** As it is stored now: guards the write and tells which counters go down. */
  readonly before?: StoredRow;
  readonly after: StoredRow;
}

export interface ViewChanges {
  readonly view: View;
  readonly rows: readonly RowChange[];
}

/** An event that waits for its row to be mended; where it stands in the log, never what it says. */
export interface ParkedEvent {
  readonly key: string;
  readonly position: Position;
  readonly streamId: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
}

export interface ProjectionCommit {
  readonly projection: Projection;
  /** The checkpoint that the commit goes out from, and the one that it leads to. */
  readonly from: Position;
  readonly to: Position;
  /** In the order in which a store without transactions writes them. */
  readonly changes: readonly ViewChanges[];
  readonly park: readonly ParkedEvent[];
  /** Keys whose parked events have been folded in. */
  readonly unpark: readonly string[];
}

/**
 * The writer's side. Every change of it may throw WritesLost, where a server can lose what it has acknowledged. Rows, counters, parked keys and checkpoints of one commit become visible together, or,
 * where the store has no transactions, in that order, each row guarded by its position.
 */
export abstract class ProjectionStore {
  /** Free, lapsed or our own already: ours for so long. Undefined while another holds it. */
  abstract acquireLease(holder: string, ttlMs: number): Promise<Lease | undefined>;
  /** False when it has been taken over. */
  abstract renewLease(lease: Lease, ttlMs: number): Promise<boolean>;
  abstract releaseLease(lease: Lease): Promise<void>;

  /** The declared version as it stands; begun with empty tables and checkpoint 0 where there is none. @throws LeaseLost */
  abstract open(lease: Lease, projection: Projection): Promise<StoredVersion>;
  /** Rows of the declared version, deleted ones with their position where the store keeps it. */
  abstract load(projection: Projection, view: View, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRow>>;
  /** @throws LeaseLost, CheckpointMoved; nothing is stored then */
  abstract commit(lease: Lease, commits: readonly ProjectionCommit[]): Promise<void>;
  /** In log order. */
  abstract parked(projection: Projection): Promise<readonly ParkedEvent[]>;
  /** Makes the indexes and counters that bulk loading left out; the version is `ready` then. @throws LeaseLost */
  abstract completeBuild(lease: Lease, projection: Projection): Promise<void>;
  /** Readers see this version from now on. The one that it replaces is kept, older ones are dropped. @throws LeaseLost */
  abstract activate(lease: Lease, projection: Projection): Promise<void>;

  abstract close(): Promise<void>;
}
