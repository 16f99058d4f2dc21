import type { CampaignSettings, OutcomeCause, OutcomeCode } from '#events/contracts/index';
import type { RoundEntry } from '../../card.js';
import { AttemptsAreUsedUp, ExhaustedTooEarly } from '../../outcome.errors.js';

// R5: attempts are counted per card and round. What no call led to is no attempt.

/** They put the card back to be called again. */
const ATTEMPTS: readonly OutcomeCode[] = ['callback', 'priority-callback', 'no-answer'];
const BUSY_PER_ATTEMPT = 5;

/** The 5th busy tone in a row counts as an attempt, and so does the 10th. */
export function countsAsAttempt(code: OutcomeCode, cause: OutcomeCause, { busyInARow }: RoundEntry): boolean {
  if (cause !== 'call') return false;
  return code === 'busy' ? (busyInARow + 1) % BUSY_PER_ATTEMPT === 0 : ATTEMPTS.includes(code);
}

/** Attempts that may still end without a final outcome: the one at the cap must be final unless a lead allows a further one. */
export const attemptsLeft = (entry: RoundEntry, { attemptCap }: CampaignSettings): number =>
  attemptCap - 1 + entry.furtherAttemptsAllowed - entry.attempts;

/** A busy tone that counts as no attempt is always taken. */
export function refuseAtCap({ code, cause }: Asked, entry: RoundEntry, settings: CampaignSettings): void {
  if (countsAsAttempt(code, cause, entry) && attemptsLeft(entry, settings) <= 0)
    throw new AttemptsAreUsedUp(entry.attempts, settings.attemptCap + entry.furtherAttemptsAllowed);
}

interface Asked {
  readonly code: OutcomeCode;
  readonly cause: OutcomeCause;
}

/** The call at hand is an attempt too, although declining does not count as one. */
export const attemptAtHand = ({ attempts }: RoundEntry, cause: OutcomeCause): number =>
  cause === 'call' ? attempts + 1 : attempts;

export function refuseExhaustedTooEarly(entry: RoundEntry, cause: OutcomeCause, settings: CampaignSettings): void {
  const attempt = attemptAtHand(entry, cause);
  if (attempt < settings.exhaustedOfferedFromAttempt)
    throw new ExhaustedTooEarly(attempt, settings.exhaustedOfferedFromAttempt);
}
