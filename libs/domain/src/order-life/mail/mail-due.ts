import type { Instant } from '#events/contracts/index';
import { HAS_NO_EMAIL } from '../../order/order-form-input.js';
import { plus } from '../../shared/instant.js';
import type { StandingOrder } from '../order.js';

const FIRST_PAUSE_MINUTES = 1;
const LONGEST_PAUSE_MINUTES = 240;
/** With these pauses some 36 hours; then it is as good as a permanent refusal. */
export const MOST_REFUSALS = 16;

export const hasMailAddress = ({ form }: StandingOrder): boolean => form.email !== HAS_NO_EMAIL;

/** R17: when the next attempt is to be made; undefined where none is. */
export function mailDueAt(order: StandingOrder): Instant | undefined {
  if (order.status === 'cancelled' || !hasMailAddress(order)) return undefined;
  const { status, attempts, refusals, since } = order.mail;
  if (status === 'refused' && since !== undefined) return plus(since, { minutes: pauseAfter(refusals) });
  if (status !== 'waiting') return undefined;
  return attempts === 0 ? order.origin.regretUntil : since;
}

const pauseAfter = (refusals: number): number =>
  Math.min(FIRST_PAUSE_MINUTES * 2 ** (refusals - 1), LONGEST_PAUSE_MINUTES);
