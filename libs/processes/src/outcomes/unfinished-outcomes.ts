import { endOfConsequences } from '#domain/consequences/outcome-consequences';
import type { OutcomeEvent } from '#events/contracts/index';
import type { Position, Recorded } from '#events/store/recorded-event';

/** Looks that an outcome is given before somebody else finishes what follows from it. */
const LOOKS = 2;

interface Open {
  readonly outcome: Recorded<OutcomeEvent>;
  readonly looks: number;
}

/**
 * Outcomes of calls whose end has not yet been seen in the log. The API ends a call within milliseconds of its outcome;
 * what stays open over two looks was left so by a crash. An outcome costs one entry here and no read: the log itself,
 * followed anyway, tells which are done. A view of open calls would cost two row writes per call instead.
 * In memory only: whoever follows the log keeps its checkpoint before the oldest one, and finds the others again.
 */
export class UnfinishedOutcomes {
  private readonly open = new Map<string, Open>();

  /** In log order, so that the first is the oldest. */
  get oldest(): Position | undefined {
    const [first] = this.open.values();
    return first?.outcome.position;
  }

  outcomeRecorded(outcome: Recorded<OutcomeEvent>): void {
    if (endOfConsequences(outcome) === 'call-ended') this.open.set(outcome.data.outcomeId, { outcome, looks: 0 });
  }

  /** The last thing that follows from an outcome. */
  callEnded(callId: string): void {
    this.open.delete(callId);
  }

  /** A look at what is open: those that have been so for two. */
  overdue(): readonly Recorded<OutcomeEvent>[] {
    for (const [callId, { outcome, looks }] of this.open) this.open.set(callId, { outcome, looks: looks + 1 });
    return [...this.open.values()].filter(({ looks }) => looks >= LOOKS).map(({ outcome }) => outcome);
  }
}
