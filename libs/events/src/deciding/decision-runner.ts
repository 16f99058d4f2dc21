import { setTimeout as sleep } from 'node:timers/promises';
import type { AterkomEvent, DomainEvent } from '../contracts/index.js';
import type { EventStore, ExpectedRevision } from '../store/event-store.js';
import { AppendOutcomeUnknown, RevisionConflict } from '../store/event-store.errors.js';
import type { Position, Recorded } from '../store/recorded-event.js';
import type { Cause } from './cause.js';
import type { Decider } from './decider.js';
import { toNewEvents } from './new-events.js';

const MAX_TRIES = 5;

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

/** A command, or how it is made from what the stream holds; made anew for every try. */
export type Ask<State, Command extends object> = Command | ((state: State) => Command | Promise<Command>);

/** Load, fold, decide, append: the one way in which a command changes a stream. */
export class DecisionRunner {
  constructor(private readonly store: EventStore) {}

  async load<State, Command, E extends AterkomEvent>(
    decider: Decider<State, Command, E>,
    streamId: string,
  ): Promise<Loaded<State, E>> {
    // The cast: a category's stream holds its own union only; the versioning layer has decoded it.
    const events = (await this.store.readStream(streamId)) as readonly Recorded<E>[];
    return {
      state: folded(decider, events, decider.initial),
      events,
      revision: events.at(-1)?.revision ?? 'no-stream',
    };
  }

  /** Decides on the newest state; on a conflict loads and decides again, at most 5 tries with jitter. */
  async run<State, Command extends object, E extends AterkomEvent>(
    decider: Decider<State, Command, E>,
    streamId: string,
    ask: Ask<State, Command>,
    cause: Cause,
  ): Promise<Decision<State, E>> {
    for (let attempt = 1; ; attempt++) {
      const loaded = await this.load(decider, streamId);
      const before = repeatOf(decider, loaded, cause.commandId);
      if (before) return before;
      const command = typeof ask === 'function' ? await ask(loaded.state) : ask;
      const events = decider.decide(command, loaded.state);
      if (events.length === 0) return { events, state: loaded.state, revision: loaded.revision, repeated: false };
      try {
        const newEvents = toNewEvents(streamId, events, cause);
        const { revision, position } = await this.store.append(streamId, newEvents, loaded.revision);
        return { events, state: folded(decider, events, loaded.state), revision, position, repeated: false };
      } catch (error) {
        if (!mayTryAgain(error) || attempt === MAX_TRIES) throw error;
        await sleep(Math.random() * 2 ** attempt);
      }
    }
  }
}

/** A lost answer is treated like a conflict: the next load shows whether the command id stands in the stream. */
const mayTryAgain = (error: unknown): boolean =>
  error instanceof RevisionConflict || error instanceof AppendOutcomeUnknown;

const folded = <State, Command, E extends DomainEvent>(
  decider: Decider<State, Command, E>,
  events: readonly E[],
  from: State,
): State => events.reduce((state, event) => decider.evolve(state, event), from);

/** What a command led to when it was carried out, whatever has happened since. */
function repeatOf<State, Command, E extends DomainEvent>(
  decider: Decider<State, Command, E>,
  loaded: Loaded<State, E>,
  commandId: string,
): Decision<State, E> | undefined {
  const last = loaded.events.findLast((event) => event.metadata.commandId === commandId);
  if (!last) return undefined;
  const { revision, position } = last;
  return {
    events: loaded.events.filter((event) => event.metadata.commandId === commandId),
    state: folded(decider, loaded.events.slice(0, revision + 1), decider.initial),
    revision,
    position,
    repeated: true,
  };
}
