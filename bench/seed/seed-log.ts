import { join } from 'node:path';
import { toNewEvents } from '#events/deciding/new-events';
import type { EventStore } from '#events/store/event-store';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { openInstallation } from '#runtime/installation';
import { campaign } from './cards.js';
import { causeOf, HASH, SEEDED_AT } from './names.js';
import { staff } from './people.js';
import type { SeedAppend } from './seed-append.js';

export interface SeedSize {
  readonly cards: number;
  readonly callers: number;
  readonly card: (index: number) => readonly SeedAppend[];
}

const CARDS_AT_ONCE = 1_000;

export const logFileIn = (folder: string): string => join(folder, 'events.sqlite');

export async function seedLog(folder: string, size: SeedSize): Promise<void> {
  const store = new SqliteEventStore({ file: logFileIn(folder) });
  await fillLog(store, size);
  await store.close();
}

/** Straight into the log, in large groups: through the API it would take longer than everything that is measured. */
export async function fillLog(store: EventStore, { cards, callers, card }: SeedSize): Promise<void> {
  await openInstallation(store, HASH.fingerprint, SEEDED_AT);
  await appendAll(store, [campaign()]);
  await appendAll(store, staff(callers));
  for (let first = 0; first < cards; first += CARDS_AT_ONCE) {
    const indexes = Array.from({ length: Math.min(CARDS_AT_ONCE, cards - first) }, (_, offset) => first + offset);
    await appendAll(store, indexes.flatMap(card));
  }
}

/** New streams only. */
export async function appendAll(store: EventStore, appends: readonly SeedAppend[]): Promise<void> {
  await Promise.all(
    appends.map(({ streamId, events }) =>
      store.append(streamId, toNewEvents(events, causeOf('seed', streamId)), 'no-stream'),
    ),
  );
}
