import type { Instant, OutcomeCode, SpokeWith } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';

// Refusals of an outcome or of its correction. Codes are never renamed.

/** R1 */
export class OutcomeNeedsCall extends DomainError {
  readonly code = 'outcome.needs-call';
  constructor() {
    super('the outcome needs a call by the caller who holds the card, or a stated other cause');
  }
}

/** R1: one outcome per call. */
export class OutcomeAlreadyRecorded extends DomainError {
  readonly code = 'outcome.already-recorded';
  constructor(readonly outcomeId: string) {
    super('the call has its outcome already; it can be corrected');
  }
}

/** R4: `fits` are the outcomes of the same kind that agree with whom one spoke. */
export class OutcomeDoesNotFit extends DomainError {
  readonly code = 'outcome.does-not-fit';
  constructor(
    readonly outcome: OutcomeCode,
    readonly spokeWith: SpokeWith,
    readonly fits: readonly OutcomeCode[],
  ) {
    super(`${outcome} does not fit when one spoke with ${spokeWith}`);
  }
}

/** R4: a priority callback names the decision-maker. */
export class OutcomeNeedsPersonName extends DomainError {
  readonly code = 'outcome.needs-person-name';
  readonly fits: readonly OutcomeCode[] = ['callback'];
  constructor() {
    super('a priority callback names the decision-maker');
  }
}

/** The tick that one searched the web for a better number. */
export class OutcomeNeedsWebSearch extends DomainError {
  readonly code = 'outcome.needs-web-search';
  constructor() {
    super('search the web for a better number first');
  }
}

/** R5 */
export class ExhaustedTooEarly extends DomainError {
  readonly code = 'outcome.exhausted-too-early';
  constructor(
    readonly attempt: number,
    readonly fromAttempt: number,
  ) {
    super(`declined as exhausted from attempt ${fromAttempt}, this is attempt ${attempt}`);
  }
}

/** R5: the attempt after these would be the one at the cap, which ends finally unless a lead allows a further one. */
export class AttemptsAreUsedUp extends DomainError {
  readonly code = 'outcome.attempts-used-up';
  constructor(
    readonly attempts: number,
    readonly cap: number,
  ) {
    super(`${attempts} attempts were made, attempt ${cap} must be final`);
  }
}

export class CallbackTimeHasPassed extends DomainError {
  readonly code = 'callback.time-has-passed';
  constructor(readonly due: Instant) {
    super('the callback time has passed');
  }
}

/** R23 */
export class CallbackOutsideHours extends DomainError {
  readonly code = 'callback.outside-hours';
  constructor(
    readonly due: Instant,
    readonly nearest: Instant,
  ) {
    super('no calls are made at the callback time');
  }
}

export class SecondOrderNeedsConfirmation extends DomainError {
  readonly code = 'order.second-needs-confirmation';
  constructor(readonly orderIds: readonly string[]) {
    super('an order was taken in this round already');
  }
}

export class OrderNeedsMessageReference extends DomainError {
  readonly code = 'order.needs-message-reference';
  constructor() {
    super('an order by mail names the message');
  }
}

/** R16: a note says something, and an order whose note is sent to admin has one. */
export class NoteMissing extends DomainError {
  readonly code = 'note.missing';
  constructor(readonly field: 'text' | 'form.note') {
    super('there is no note');
  }
}

export class OutcomeIsUnknown extends DomainError {
  readonly code = 'outcome.unknown';
  constructor(readonly outcomeId: string) {
    super('the card has no such outcome');
  }
}

/** R21: only the latest outcome of the card in the round can be corrected. */
export class OutcomeIsSuperseded extends DomainError {
  readonly code = 'outcome.superseded';
  constructor(
    readonly outcomeId: string,
    readonly latestOutcomeId?: string,
  ) {
    super('a later outcome stands; only the latest can be corrected');
  }
}

/** R21: a caller corrects their own outcomes; a lead or admin anybody's. */
export class OutcomeOfAnother extends DomainError {
  readonly code = 'outcome.of-another';
  constructor(readonly callerId: string) {
    super('the outcome was recorded by another caller');
  }
}
