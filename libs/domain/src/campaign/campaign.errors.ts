import type { Instant } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';

export class CampaignUnknown extends DomainError {
  readonly code = 'campaign.unknown';
  constructor() {
    super('there is no such campaign');
  }
}

export class CampaignExists extends DomainError {
  readonly code = 'campaign.exists';
  constructor() {
    super('the campaign has been created already');
  }
}

export class NameMissing extends DomainError {
  readonly code = 'name.missing';
  constructor() {
    super('a name is needed');
  }
}

export class RoundUnknown extends DomainError {
  readonly code = 'round.unknown';
  constructor(readonly roundId: string) {
    super('the campaign has no such round');
  }
}

export class RoundIsClosed extends DomainError {
  readonly code = 'round.closed';
  constructor(
    readonly roundId: string,
    readonly closedAt: Instant,
  ) {
    super('the round is closed');
  }
}

/** A whole number from `from` to `to`, both allowed. */
export class SettingOutOfRange extends DomainError {
  readonly code = 'setting.out-of-range';
  constructor(
    readonly setting: string,
    readonly value: number,
    readonly from: number,
    readonly to: number,
  ) {
    super(`${setting} must be a whole number from ${from} to ${to}`);
  }
}

/** R5: Declined/exhausted must be on offer before the attempts are used up. */
export class CapBelowOffer extends DomainError {
  readonly code = 'setting.cap-below-offer';
  constructor(
    readonly attemptCap: number,
    readonly exhaustedOfferedFromAttempt: number,
  ) {
    super('the cap of attempts lies below the attempt from which exhausted is offered');
  }
}

/** R23 */
export class CallingHoursInvalid extends DomainError {
  readonly code = 'setting.calling-hours';
  constructor(readonly problem: 'no-weekday' | 'weekdays' | 'wall-time' | 'from-not-before-to') {
    super(`the calling hours are not valid: ${problem}`);
  }
}
