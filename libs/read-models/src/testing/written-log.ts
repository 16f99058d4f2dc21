import { v7 as uuidv7 } from 'uuid';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import type { AterkomEvent, Instant } from '#events/contracts/index';
import { toNewEvents } from '#events/deciding/new-events';
import type { Cause } from '#events/deciding/cause';
import type { EventStore } from '#events/store/event-store';
import type { LogEvent } from '../runner/fold.js';

/** An event and the stream that it stands in. */
export interface Written {
  readonly streamId: string;
  readonly event: AterkomEvent;
}

export const written = (streamId: string, ...events: readonly AterkomEvent[]): Written[] =>
  events.map((event) => ({ streamId, event }));

const MONDAY = '2026-11-23T09:00:00.000Z';

const causeAt = (occurredAt: Instant): Cause => {
  const commandId = uuidv7();
  return { commandId, correlationId: commandId, causationId: commandId, actor: 'ann', actorRole: 'caller', occurredAt };
};

/** Appends in this order, each event at the end of its stream. */
export async function write(log: EventStore, events: readonly Written[], occurredAt = MONDAY): Promise<void> {
  for (const { streamId, event } of events) {
    const [last] = await log.readStream(streamId, { direction: 'backwards', limit: 1 });
    await log.append(streamId, toNewEvents([event], causeAt(occurredAt)), last?.revision ?? 'no-stream');
  }
}

/** Appends in this order, too, but at once, which a log on disk stores together. */
export async function writeAtOnce(log: EventStore, events: readonly Written[]): Promise<void> {
  const revisions = new Map<string, number | undefined>();
  for (const { streamId } of events) {
    if (revisions.has(streamId)) continue;
    const [last] = await log.readStream(streamId, { direction: 'backwards', limit: 1 });
    revisions.set(streamId, last?.revision);
  }
  const appends = events.map(({ streamId, event }) => {
    const last = revisions.get(streamId);
    revisions.set(streamId, (last ?? -1) + 1);
    return log.append(streamId, toNewEvents([event], causeAt(MONDAY)), last ?? 'no-stream');
  });
  await Promise.all(appends);
}

export async function logOf(events: readonly Written[]): Promise<InMemoryEventStore> {
  const log = new InMemoryEventStore();
  await write(log, events);
  return log;
}

/** The whole log. */
export const everythingIn = async (log: EventStore): Promise<readonly LogEvent[]> =>
  // The cast: the log holds our events only.
  (await log.readAll({ limit: 1_000_000 })) as readonly LogEvent[];
