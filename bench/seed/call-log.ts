import type { EventStore } from '#events/store/event-store';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { toNewEvents } from '#events/deciding/new-events';
import { unansweredCall, type StepAppend, type UnansweredCall } from './calls.js';
import { causeOf } from './names.js';
import { logFileIn } from './seed-log.js';

/** So many callers work in step, so that their events stand mixed in the log as they would. */
const IN_STEP = 200;

/** Appends the calls to a seeded log, in their order. */
export async function appendCalls(folder: string, calls: readonly UnansweredCall[]): Promise<void> {
  const store = new SqliteEventStore({ file: logFileIn(folder) });
  await writeCalls(store, calls);
  await store.close();
}

export async function writeCalls(store: EventStore, calls: readonly UnansweredCall[]): Promise<void> {
  for (let first = 0; first < calls.length; first += IN_STEP) {
    const steps = calls.slice(first, first + IN_STEP).map(unansweredCall);
    for (const step of steps[0]?.keys() ?? []) {
      await Promise.all(
        steps.flatMap((appends) => appends.slice(step, step + 1)).map((append) => appendTo(store, append)),
      );
    }
  }
}

const appendTo = (store: EventStore, { streamId, expected, events }: StepAppend) =>
  store.append(streamId, toNewEvents(events, causeOf('call', streamId, expected)), expected);
