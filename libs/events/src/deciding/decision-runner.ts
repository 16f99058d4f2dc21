import { setTimeout as sleep } from 'node:timers/promises';
import { v5 as uuidv5 } from 'uuid';
import { eventContracts, type AterkomEvent, type DomainEvent } from '../contracts/index.js';
import type { EventStore, ExpectedRevision } from '../store/event-store.js';
import { AppendOutcomeUnknown, RevisionConflict } from '../store/event-store.errors.js';
import type { NewEvent, Position, Recorded } from '../store/recorded-event.js';
import type { Cause } from './cause.js';
import type { Decider } from './decider.js';

const MAX_TRIES = 5;
const COMMAND_NAMESPACE = '0d6f5f0e-2b2f-5c53-9a55-6c1c1a1b7f10';

/** What a stream held when it was read. */
export interface Loaded<State, E extends DomainEvent> {
  readonly state: State;
  readonly events: readonly Recorded<E>[];
  readonly revision: ExpectedRevision;
}

/** What a command led to. `repeated`: the command had been carried out before, nothing was appended now. */
export interface Decision<State, E extends DomainEvent> {
  readonly events: readonly E[];
  readonly state: State;
  readonly revision: ExpectedRevision;
  /** Absent where nothing was or had been appended. */
  readonly position?: Position;
  readonly repeated: boolean;
}

/** Load, fold, decide, append: the one way in which a command changes a stream. */
export class DecisionRunner {
  constructor(private readonly store: EventStore) {}

  async load<State, Command, E extends AterkomEvent>(decider: Decider<State, Command, E>, streamId: string): Promise<Loaded<State, E>> {
    // The cast: a category's stream holds its own union only; the versioning layer has decoded it.
    const events = (await this.store.readStream(streamId)) as readonly Recorded<E>[];
    const state = events.reduce((folded, event) => decider.evolve(folded, event), decider.initial);
    return { state, events, revision: events.at(-1)?.revision ?? 'no-stream' };
  }

  /** Decides on the newest state; on a conflict loads and decides again, at most 5 tries with jitter. */
  async run<State, Command, E extends AterkomEvent>(
    decider: Decider<State, Command, E>,
    streamId: string,
    command: Command,
    cause: Cause,
  ): Promise<Decision<State, E>> {
    for (let attempt = 1; ; attempt++) {
      const loaded = await this.load(decider, streamId);
      const before = repeatOf(loaded, cause.commandId);
      if (before) return before;
      const events = decider.decide(command, loaded.state);
      try {
        return await this.append(decider, streamId, loaded, events, cause);
      } catch (error) {
        if (!mayTryAgain(error) || attempt === MAX_TRIES) throw error;
        await sleep(Math.random() * 2 ** attempt);
      }
    }
  }

  private async append<State, Command, E extends AterkomEvent>(
    decider: Decider<State, Command, E>,
    streamId: string,
    loaded: Loaded<State, E>,
    events: readonly E[],
    cause: Cause,
  ): Promise<Decision<State, E>> {
    if (events.length === 0) return { events, state: loaded.state, revision: loaded.revision, repeated: false };
    const appended = await this.store.append(streamId, toNewEvents(events, cause), loaded.revision);
    const state = events.reduce((folded, event) => decider.evolve(folded, event), loaded.state);
    return { events, state, revision: appended.revision, position: appended.position, repeated: false };
  }
}

/** A lost answer is treated like a conflict: the next load shows whether the command id stands in the stream. */
const mayTryAgain = (error: unknown): boolean => error instanceof RevisionConflict || error instanceof AppendOutcomeUnknown;

function repeatOf<State, E extends DomainEvent>(loaded: Loaded<State, E>, commandId: string): Decision<State, E> | undefined {
  const events = loaded.events.filter((event) => event.metadata.commandId === commandId);
  const last = events.at(-1);
  return last && { events, state: loaded.state, revision: last.revision, position: last.position, repeated: true };
}

/** Ids are UUIDv5 of command id and index, so that a repeated append is recognised by the store. */
export function toNewEvents(events: readonly AterkomEvent[], cause: Cause): NewEvent<AterkomEvent>[] {
  return events.map((event, index) => ({
    id: uuidv5(`${cause.commandId}/${index}`, COMMAND_NAMESPACE),
    event,
    metadata: {
      commandId: cause.commandId,
      $correlationId: cause.correlationId,
      $causationId: cause.causationId,
      actor: cause.actor,
      actorRole: cause.actorRole,
      occurredAt: cause.occurredAt,
      schema: `${event.type}@${eventContracts[event.type].version}`,
      ...(cause.traceparent && { traceparent: cause.traceparent }),
      ...(cause.client && { client: cause.client }),
    },
  }));
}
