import type { EventStore } from '#events/store/event-store';
import type { Projection } from '../store/define-projection.js';
import type { Lease, ParkedEvent, ProjectionStore, RowChange, ViewChanges } from '../store/projection-store.js';
import type { Row } from '../store/row.js';
import { changesOf } from './derived-changes.js';
import { Folding, type LogEvent } from './fold.js';
import { streamsUpTo } from './streams-up-to.js';

export interface ReplayContext {
  readonly log: EventStore;
  readonly store: ProjectionStore;
  readonly lease: Lease;
}

/**
 * Folds the events that wait behind stuck rows, key by key, each whole or not at all: what fails again stays parked.
 * Called before a projection goes on, for mended code arrives with a restart. Returns the keys that stay parked.
 */
export async function replayParked(context: ReplayContext, projection: Projection): Promise<readonly string[]> {
  const parked = await context.store.parked(projection);
  const stillParked: string[] = [];
  for (const key of new Set(parked.map((event) => event.key))) {
    const queue = parked.filter((event) => event.key === key);
    if (!(await replayed(context, projection, queue))) stillParked.push(key);
  }
  return stillParked;
}

async function replayed(
  context: ReplayContext,
  projection: Projection,
  queue: readonly ParkedEvent[],
): Promise<boolean> {
  const { log, store, lease } = context;
  const [first] = queue;
  const last = queue.at(-1);
  if (!first || !last) return true;
  const { key } = first;
  const before = (await store.load(projection, projection, [key])).get(key);
  const events = await Promise.all(queue.map((parked) => eventAt(log, parked)));
  const folding = new Folding(projection);
  const streamUpTo = await streamsUpTo(log, [folding], events);
  const fold = (row: Row | undefined, event: LogEvent): Row | undefined => folding.fold(row, key, event, streamUpTo);
  const mended = (): readonly ViewChanges[] => {
    const row = events.reduce(fold, unstuck(before?.row));
    return changesOf(projection, [{ key, before, after: { row, position: last.position } }], rethrow);
  };
  const changes = attempted(mended);
  if (!changes) return false;
  const { position } = await store.open(lease, projection);
  await store.commit(lease, [{ projection, from: position, to: position, changes, park: [], unpark: [key] }]);
  return true;
}

/** Undefined where the code still fails. */
function attempted<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const rethrow = (_: RowChange, error: unknown): never => {
  throw error;
};

const unstuck = (row: Row | undefined): Row | undefined => {
  if (!row) return undefined;
  const { stuck: _, ...mended } = row;
  return mended;
};

async function eventAt(log: EventStore, { streamId, revision }: ParkedEvent): Promise<LogEvent> {
  // The cast: the log holds our events only. A parked event stands in the log for ever.
  const [event] = (await log.readStream(streamId, { from: revision, limit: 1 })) as readonly LogEvent[];
  if (!event) throw new Error(`the log has no revision ${revision} of the stream of a parked event`);
  return event;
}
