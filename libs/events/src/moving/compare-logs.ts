import { isDeepStrictEqual } from 'node:util';
import type { EventStore } from '../store/event-store.js';
import type { Recorded } from '../store/recorded-event.js';
import type { Move } from './copy-log.js';
import { LogsDiffer } from './moving.errors.js';

const PAGE_EVENTS = 1000;

/** Every event of both, side by side; only position and recorded time are each store's own. @returns how many @throws LogsDiffer */
export async function compareLogs({ from, to, onProgress }: Move): Promise<number> {
  const copies = eventsOf(to);
  let compared = 0;
  for await (const event of eventsOf(from)) {
    const { value: copy } = await copies.next();
    if (!copy || !isSame(event, copy)) throw new LogsDiffer(event.position);
    compared += 1;
    if (compared % PAGE_EVENTS === 0) onProgress(event.position);
  }
  if (!(await copies.next()).done) throw new LogsDiffer(await from.head());
  return compared;
}

async function* eventsOf(log: EventStore): AsyncGenerator<Recorded, undefined> {
  for (let beyond = 0n; ;) {
    const page = await log.readAll({ beyond, limit: PAGE_EVENTS });
    const last = page.at(-1);
    if (!last) return;
    yield* page;
    beyond = last.position;
  }
}

const isSame = (one: Recorded, other: Recorded): boolean => isDeepStrictEqual(essenceOf(one), essenceOf(other));

const essenceOf = ({ streamId, revision, id, type, data, metadata }: Recorded): object => ({
  streamId,
  revision,
  id,
  type,
  data,
  metadata,
});
