import { LRUCache } from 'lru-cache';
import type { ExpectedRevision } from '../store/event-store.js';

/** Of all streams together; what their states hold grows with them. */
const COMMANDS_HELD = 20_000;

/** A stream as a reader saw it. */
export interface Seen<State> {
  readonly state: State;
  readonly revision: ExpectedRevision;
  /** Of all commands whose events it held. */
  readonly commandIds: ReadonlySet<string>;
}

/** What makes the state of a stream. */
interface Fold<State> {
  readonly initial: State;
  readonly evolve: unknown;
}

interface Held {
  readonly fold: Fold<unknown>;
  readonly seen: Seen<unknown>;
}

/** Streams as this process saw them last. Others may have gone on since: good for an append that says its revision, for nothing else. */
export class StreamMemory {
  private readonly held = new LRUCache<string, Held>({
    maxSize: COMMANDS_HELD,
    sizeCalculation: ({ seen }) => seen.commandIds.size + 1,
  });

  /** Folded in another way it is another state. */
  recall<State>({ initial, evolve }: Fold<State>, streamId: string): Seen<State> | undefined {
    const held = this.held.get(streamId);
    if (!held || held.fold.evolve !== evolve || held.fold.initial !== initial) return undefined;
    // The cast: what the same fold made.
    return held.seen as Seen<State>;
  }

  keep<State>(fold: Fold<State>, streamId: string, seen: Seen<State>): void {
    this.held.set(streamId, { fold, seen });
  }
}
