import type { Cause } from '#events/deciding/cause';
import { timedCause } from '#processes/shared/timed-cause';
import type { RunnerLog } from '#read-models/runner/runner-log';
import { waited } from '#read-models/runner/supervised';
import { ViewUnavailable } from '#read-models/store/read-store.errors';
import type { Clock } from '#runtime/clock';

/** What is done because time has passed: found by a seek in the read models, so that a restart forgets nothing. */
export interface TimedWork {
  /** As `service:<name>` the actor of what it does. Never renamed. */
  readonly name: string;
  readonly everyMs: number;
  work(cause: Cause, signal: AbortSignal): Promise<void>;
}

interface TimedParts {
  readonly clock: Clock;
  readonly log: RunnerLog;
}

/** At once and then at its period until the signal aborts. What fails is done again at the next turn. */
export async function runTimed(timed: TimedWork, parts: TimedParts, signal: AbortSignal): Promise<void> {
  do {
    try {
      await timed.work(timedCause(timed.name, parts.clock.now()), signal);
    } catch (error) {
      if (error instanceof ViewUnavailable) parts.log.info({ work: timed.name }, 'timed work waits for its view');
      else if (!signal.aborted)
        parts.log.warn({ work: timed.name, err: error }, 'timed work failed; it is done again next time');
    }
  } while (await waited(timed.everyMs, signal));
}
