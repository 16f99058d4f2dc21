import { setTimeout as sleep } from 'node:timers/promises';
import type { AterkomEvent, DomainEvent } from '../contracts/index.js';
import type { EventStore, ExpectedRevision } from '../store/event-store.js';
import {
  AppendOutcomeUnknown,
  EventTooLarge,
  RevisionConflict,
  StoreUnavailable,
} from '../store/event-store.errors.js';
import type { Position, Recorded } from '../store/recorded-event.js';
import type { Cause } from './cause.js';
import type { Decider } from './decider.js';
import { toNewEvents } from './new-events.js';
import { StreamMemory, type Seen } from './stream-memory.js';

const MAX_TRIES = 5;

/** What a stream held when it was read. */
export interface Loaded<State, E extends DomainEvent> extends Seen<State> {
  readonly events: readonly Recorded<E>[];
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

/** One command for one stream. */
interface Asked<State, Command extends object, E extends AterkomEvent> {
  readonly decider: Decider<State, Command, E>;
  readonly streamId: string;
  readonly ask: Ask<State, Command>;
  readonly cause: Cause;
}

/**
 * Fold, decide, append: the one way in which a command changes a stream. The first try decides on the stream as this process saw it
 * last: where others have gone on since, the append is refused. What no append proves, such as a refusal, is said of the log alone.
 */
export class DecisionRunner {
  private readonly memory = new StreamMemory();

  constructor(private readonly store: EventStore) {}

  /** As the log has it now. */
  async load<State, Command, E extends AterkomEvent>(
    decider: Decider<State, Command, E>,
    streamId: string,
  ): Promise<Loaded<State, E>> {
    // The cast: a category's stream holds its own union only; the versioning layer has decoded it.
    const events = (await this.store.readStream(streamId)) as readonly Recorded<E>[];
    const seen = {
      state: folded(decider, events, decider.initial),
      revision: events.at(-1)?.revision ?? ('no-stream' as const),
      commandIds: new Set(events.map(({ metadata }) => metadata.commandId)),
    };
    this.memory.keep(decider, streamId, seen);
    return { ...seen, events };
  }

  /** For a stream under an id that has just been made: nobody can have begun it, so the first decision reads nothing. */
  expectNew<State, Command, E extends AterkomEvent>(decider: Decider<State, Command, E>, streamId: string): void {
    this.memory.keep(decider, streamId, { state: decider.initial, revision: 'no-stream', commandIds: new Set() });
  }

  /** Decides on the newest state; on a conflict loads and decides again, at most 5 tries with jitter. */
  async run<State, Command extends object, E extends AterkomEvent>(
    decider: Decider<State, Command, E>,
    streamId: string,
    ask: Ask<State, Command>,
    cause: Cause,
  ): Promise<Decision<State, E>> {
    const asked = { decider, streamId, ask, cause };
    return (await this.fromMemory(asked)) ?? this.fromLog(asked);
  }

  /** Undefined where only the log can tell. */
  private async fromMemory<State, Command extends object, E extends AterkomEvent>(
    asked: Asked<State, Command, E>,
  ): Promise<Decision<State, E> | undefined> {
    const seen = this.memory.recall(asked.decider, asked.streamId);
    if (!seen || seen.commandIds.has(asked.cause.commandId)) return undefined;
    try {
      const events = await decided(asked, seen);
      return events.length > 0 ? await this.append(asked, seen, events) : undefined;
    } catch (error) {
      if (isFailure(error)) throw error;
      return undefined;
    }
  }

  private async fromLog<State, Command extends object, E extends AterkomEvent>(
    asked: Asked<State, Command, E>,
  ): Promise<Decision<State, E>> {
    for (let attempt = 1; ; attempt++) {
      const loaded = await this.load(asked.decider, asked.streamId);
      const before = repeatOf(asked.decider, loaded, asked.cause.commandId);
      if (before) return before;
      const events = await decided(asked, loaded);
      const { state, revision } = loaded;
      if (events.length === 0) return { events, state, revision, repeated: false };
      try {
        return await this.append(asked, loaded, events);
      } catch (error) {
        if (!mayTryAgain(error) || attempt === MAX_TRIES) throw error;
        await sleep(Math.random() * 2 ** attempt);
      }
    }
  }

  private async append<State, Command extends object, E extends AterkomEvent>(
    { decider, streamId, cause }: Asked<State, Command, E>,
    seen: Seen<State>,
    events: readonly E[],
  ): Promise<Decision<State, E>> {
    const newEvents = toNewEvents(events, cause);
    const { revision, position } = await this.store.append(streamId, newEvents, seen.revision);
    const state = folded(decider, events, seen.state);
    this.memory.keep(decider, streamId, {
      state,
      revision,
      commandIds: new Set([...seen.commandIds, cause.commandId]),
    });
    return { events, state, revision, position, repeated: false };
  }
}

async function decided<State, Command extends object, E extends AterkomEvent>(
  { decider, ask }: Asked<State, Command, E>,
  { state }: Seen<State>,
): Promise<readonly E[]> {
  return decider.decide(typeof ask === 'function' ? await ask(state) : ask, state);
}

/** Of the store, whatever was decided. */
const isFailure = (error: unknown): boolean => error instanceof StoreUnavailable || error instanceof EventTooLarge;

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
