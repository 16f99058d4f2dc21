import type { EventStore } from '#events/store/event-store';
import type { ReactorProgress } from '#processes/progress/reactor-progress';
import type { RunnerLog } from '#read-models/runner/runner-log';
import type { Clock } from '#runtime/clock';

export interface ReactorParts {
  readonly store: EventStore;
  readonly progress: ReactorProgress;
  readonly clock: Clock;
  readonly log: RunnerLog;
  /** Milliseconds before each further try of an event; after the last it is parked. */
  readonly quickRetriesMs: readonly number[];
}
