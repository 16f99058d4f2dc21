import { randomUUID } from 'node:crypto';
import type { EventStore } from '#events/store/event-store';
import { projections } from '#read-models/projections';
import { LeaseKeeper } from '#read-models/runner/lease-keeper';
import { ProjectionGroup } from '#read-models/runner/projection-group';
import type { ProjectionStore } from '#read-models/store/projection-store';
import type { Logger } from '#runtime/logger';

const LEASE_MS = 3000;

export interface ProjectedStores {
  readonly log: EventStore;
  /** Closed at the end. */
  readonly store: ProjectionStore;
  readonly logger: Logger;
}

/** A projector in this process; where one runs on the same stores already, it has the lease and does the work. @returns what stops it */
export function project({ log, store, logger }: ProjectedStores): () => Promise<void> {
  const group = new ProjectionGroup(projections, { log, store, runnerLog: logger });
  const keeper = new LeaseKeeper(store, logger, { holder: randomUUID(), ttlMs: LEASE_MS });
  const stopping = new AbortController();
  const running = keeper.hold(stopping.signal, (lease, signal) => group.run(lease, signal));
  return async () => {
    stopping.abort();
    await running;
    await store.close();
  };
}
