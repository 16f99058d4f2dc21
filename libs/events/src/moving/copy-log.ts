import type { EventStore } from '../store/event-store.js';
import type { Position, Recorded } from '../store/recorded-event.js';
import { NotACopy } from './moving.errors.js';

const PAGE_EVENTS = 1000;

export interface Move {
  /** Nobody writes to it meanwhile. Both read and write events as they are stored. */
  readonly from: EventStore;
  /** Empty, or what an earlier try has left. */
  readonly to: EventStore;
  /** Position in `from` up to where all is done. */
  readonly onProgress: (position: Position) => void;
}

/**
 * Append by append in the order of the log, so that whatever stops it leaves a beginning that the next try goes on from.
 * Several appends at a time would be faster and could change places.
 * @returns the position in `from` up to where all is copied
 * @throws NotACopy, and what the stores throw
 */
export async function copyLog({ from, to, onProgress }: Move): Promise<Position> {
  for (let beyond = await copiedUpTo(from, to); ;) {
    const page = await from.readAll({ beyond, limit: PAGE_EVENTS });
    const last = page.at(-1);
    if (!last) return beyond;
    for (const append of appendsOf(page)) await copy(append, to);
    beyond = last.position;
    onProgress(beyond);
  }
}

async function copiedUpTo(from: EventStore, to: EventStore): Promise<Position> {
  const [last] = await to.readAll({ direction: 'backwards', limit: 1 });
  if (!last) return 0n;
  const [same] = await from.readStream(last.streamId, { from: last.revision, limit: 1 });
  if (same?.id !== last.id) throw new NotACopy(last.streamId, last.revision);
  return same.position;
}

type Append = readonly [Recorded, ...Recorded[]];

/** Neighbours of one command on one stream were one append, and fit into one again. */
function appendsOf(page: readonly Recorded[]): readonly Append[] {
  const appends: [Recorded, ...Recorded[]][] = [];
  for (const event of page) {
    const open = appends.at(-1);
    if (open && isSameAppend(open[0], event)) open.push(event);
    else appends.push([event]);
  }
  return appends;
}

const isSameAppend = (first: Recorded, event: Recorded): boolean =>
  first.streamId === event.streamId && first.metadata.commandId === event.metadata.commandId;

async function copy(append: Append, to: EventStore): Promise<void> {
  const [{ streamId, revision }] = append;
  const events = append.map(({ id, type, data, metadata }) => ({ id, event: { type, data }, metadata }));
  await to.append(streamId, events, revision === 0 ? 'no-stream' : revision - 1);
}
