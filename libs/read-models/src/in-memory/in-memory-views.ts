import { Bell } from '#events/store/bell';
import type { Position } from '#events/store/recorded-event';
import type { ParkedEvent, StoredVersion, VersionState } from '../store/projection-store.js';
import { ViewUnavailable } from '../store/read-store.errors.js';
import type { StoredRow } from '../store/row.js';
import type { View } from '../store/view.js';
import { InMemoryLease } from './in-memory-lease.js';

/** One version of a projection. */
export interface MemoryVersion extends StoredVersion {
  readonly version: number;
  state: VersionState;
  position: Position;
  parked: readonly ParkedEvent[];
  /** By view, then by key. */
  readonly rows: ReadonlyMap<string, Map<string, StoredRow>>;
}

export interface InMemoryViewsOptions {
  /** Milliseconds since 1970. */
  readonly nowMs?: () => number;
}

/** What the in-memory adapters of both ports share: the "file". */
export class InMemoryViews {
  readonly versions = new Map<string, Map<number, MemoryVersion>>();
  /** How many there have been. */
  commits = 0;
  readonly lease: InMemoryLease;
  private readonly bell = new Bell();

  constructor({ nowMs = Date.now }: InMemoryViewsOptions = {}) {
    this.lease = new InMemoryLease(nowMs);
  }

  /** @throws ViewUnavailable */
  activeOf(view: View): MemoryVersion {
    const active = this.actives().find(([name]) => name === view.projection);
    if (!active) throw new ViewUnavailable(view.name);
    return active[1];
  }

  actives(): (readonly [string, MemoryVersion])[] {
    return [...this.versions].flatMap(([name, versions]) =>
      [...versions.values()].filter(({ state }) => state === 'active').map((version) => [name, version] as const),
    );
  }

  committed(): void {
    this.commits += 1;
    this.bell.ring();
  }

  /** Resolves after a commit beyond those seen, and when the signal aborts. */
  async nextCommit(seen: number, signal: AbortSignal): Promise<void> {
    if (this.commits === seen) await this.bell.next(signal);
  }
}
