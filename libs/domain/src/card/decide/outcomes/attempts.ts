import type { CampaignSettings, OutcomeCause, OutcomeCode } from '#events/contracts/index';
import type { RoundEntry } from '../../card.js';
import { AttemptsAreUsedUp, ExhaustedTooEarly } from '../../outcome.errors.js';

// R5: attempts are counted per card and round. What no call led to is no attempt.

const ATTEMPTS: readonly OutcomeCode[] = ['callback', 'priority-callback', 'no-answer'];
/** They put the card back to be called again. */
const NON_FINAL: readonly OutcomeCode[] = [...ATTEMPTS, 'busy'];
const BUSY_PER_ATTEMPT = 5;

/** The 5th busy tone in a row counts as an attempt, and so does the 10th. */
export function countsAsAttempt(code: OutcomeCode, cause: OutcomeCause, { busyInARow }: RoundEntry): boolean {
  if (cause !== 'call') return false;
  return code === 'busy' ? (busyInARow + 1) % BUSY_PER_ATTEMPT === 0 : ATTEMPTS.includes(code);
}

/** Non-final outcomes that may still be recorded without a lead's word. */
export const attemptsLeft = (entry: RoundEntry, { attemptCap }: CampaignSettings): number =>
  attemptCap + entry.furtherAttemptsAllowed - entry.attempts;

export function refuseBeyondCap(code: OutcomeCode, entry: RoundEntry, settings: CampaignSettings): void {
  if (NON_FINAL.includes(code) && attemptsLeft(entry, settings) <= 0)
    throw new AttemptsAreUsedUp(entry.attempts, settings.attemptCap + entry.furtherAttemptsAllowed);
}

/** The call at hand is an attempt too, although declining does not count as one. */
export const attemptAtHand = ({ attempts }: RoundEntry, cause: OutcomeCause): number =>
  cause === 'call' ? attempts + 1 : attempts;

export function refuseExhaustedTooEarly(entry: RoundEntry, cause: OutcomeCause, settings: CampaignSettings): void {
  const attempt = attemptAtHand(entry, cause);
  if (attempt < settings.exhaustedOfferedFromAttempt)
    throw new ExhaustedTooEarly(attempt, settings.exhaustedOfferedFromAttempt);
}
