import type { AterkomEvent, DomainEvent } from '#events/contracts/index';
import { foldOf, type Decider } from '../../shared/decider.js';
import { DomainError } from '../../shared/domain-error.js';

/** Runs until its next `yield`: there, any other process may come in between; one that is never resumed has crashed. */
export type Process<Result = void> = Generator<undefined, Result, undefined>;

export interface Logged {
  readonly streamId: string;
  readonly revision: number;
  readonly event: AterkomEvent;
}

/** One log of all streams; an append succeeds at the revision that was read, or not at all. */
export interface SteppedLog {
  readonly events: Logged[];
  /** False: what an "append at any revision" would do. For the proof that the model would see it. */
  readonly checksRevisions: boolean;
  conflicts: number;
}

export const newLog = (checksRevisions: boolean): SteppedLog => ({ events: [], checksRevisions, conflicts: 0 });

const streamOf = ({ events }: SteppedLog, wanted: string): Logged[] =>
  events.filter(({ streamId }) => streamId === wanted);

export interface Loaded<State> {
  readonly state: State;
  /** -1 for an empty stream. */
  readonly revision: number;
}

export function load<State, Command, E extends DomainEvent>(
  log: SteppedLog,
  decider: Decider<State, Command, E>,
  streamId: string,
): Loaded<State> {
  const logged = streamOf(log, streamId);
  // The cast: a stream holds the events of its own decider only.
  const events = logged.map(({ event }) => event as unknown as E);
  return { state: foldOf(decider, events), revision: logged.length - 1 };
}

export function append(log: SteppedLog, streamId: string, events: readonly AterkomEvent[], expected: number): boolean {
  const actual = streamOf(log, streamId).length - 1;
  if (log.checksRevisions && actual !== expected) {
    log.conflicts++;
    return false;
  }
  log.events.push(...events.map((event, index) => ({ streamId, event, revision: actual + 1 + index })));
  return true;
}

export type Decided<E> =
  | { readonly events: readonly E[]; readonly revision: number; readonly refusal?: never }
  | { readonly refusal: DomainError };

/** As the decision runner does it: load, decide, append at the revision read; on a conflict load and decide again. */
export function* decideOn<State, Command, E extends AterkomEvent>(
  log: SteppedLog,
  decider: Decider<State, Command, E>,
  streamId: string,
  command: Command,
): Process<Decided<E>> {
  for (;;) {
    const { state, revision } = load(log, decider, streamId);
    yield;
    const events = acceptedBy(() => decider.decide(command, state));
    if (events instanceof DomainError) return { refusal: events };
    if (events.length === 0 || append(log, streamId, events, revision)) {
      return { events, revision: revision + events.length };
    }
    yield;
  }
}

export function acceptedBy<Result>(decide: () => Result): Result | DomainError {
  try {
    return decide();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
