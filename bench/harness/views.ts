import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '#events/store/event-store';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { projections } from '#read-models/projections';
import { ProjectionGroup, type GroupContext } from '#read-models/runner/projection-group';
import type { ProjectionStore } from '#read-models/store/projection-store';
import { SqliteProjectionStore } from '#read-models/sqlite/sqlite-projection-store';
import { logFileIn } from '../seed/seed-log.js';

const LOOK_AGAIN_MS = 5;
const LEASE_MS = 3_600_000;

export const viewsFileIn = (folder: string): string => join(folder, 'read.sqlite');

/** Goes to standard error only when something is wrong. */
const runnerLog: GroupContext['runnerLog'] = {
  info: () => undefined,
  warn: (facts, message) => console.error(message, facts),
  error: (facts, message) => console.error(message, facts),
};

interface Stores {
  readonly log: EventStore;
  readonly store: ProjectionStore;
}

/** The folder's log and views. Answers how long that took, in seconds. */
export async function project(folder: string, options: GroupContext['options'] = {}): Promise<number> {
  const log = new SqliteEventStore({ file: logFileIn(folder), readOnly: true });
  const store = new SqliteProjectionStore(viewsFileIn(folder));
  try {
    return await projectOver({ log, store }, options);
  } finally {
    await store.close();
    await log.close();
  }
}

/** Runs the product's projections over the log until readers see its end. Answers how long that took, in seconds. */
export async function projectOver({ log, store }: Stores, options: GroupContext['options'] = {}): Promise<number> {
  const stopping = new AbortController();
  const lease = await store.acquireLease('bench', LEASE_MS);
  if (!lease) throw new Error('another projector holds the lease');
  const group = new ProjectionGroup(projections, { log, store, runnerLog, options });
  const head = await log.head();
  const began = performance.now();
  const running = group.run(lease, stopping.signal);
  const isDone = (): boolean =>
    group.status().every(({ state, checkpoint }) => state === 'active' && checkpoint >= head);
  while (!isDone()) await Promise.race([sleep(LOOK_AGAIN_MS), running]);
  const seconds = (performance.now() - began) / 1000;
  stopping.abort();
  await running;
  await store.releaseLease(lease);
  return seconds;
}
