import type { OrderTaken, OutcomeCause } from '#events/contracts/index';
import { OrderNeedsMessageReference, SecondOrderNeedsConfirmation } from '../../outcome.errors.js';
import type { OrderInput } from '../../outcome-input.js';
import type { Reported } from './outcome-facts.js';

const byMail = (cause: OutcomeCause): boolean => cause === 'mail' || cause === 'admin';

/** A yes. Settled: an order by mail names its message; a second order in one round needs a confirmation. */
export function order(input: OrderInput, { facts, entry }: Reported): OrderTaken {
  const { code: _, confirmsSecondOrder = false, ...taken } = input;
  if (entry.orderIds.length > 0 && !confirmsSecondOrder) throw new SecondOrderNeedsConfirmation(entry.orderIds);
  if (byMail(facts.cause) && !taken.messageReference) throw new OrderNeedsMessageReference();
  return { type: 'OrderTaken', data: { ...facts, ...taken, channel: byMail(facts.cause) ? 'mail' : 'call' } };
}
