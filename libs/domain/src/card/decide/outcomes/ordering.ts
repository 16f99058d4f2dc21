import type { NoteAdded, OrderTaken, OutcomeCause, OutcomeEvent } from '#events/contracts/index';
import { NoteMissing, OrderNeedsMessageReference, SecondOrderNeedsConfirmation } from '../../outcome.errors.js';
import type { OrderInput, OutcomeInput } from '../../outcome-input.js';
import type { Reported } from './outcome-facts.js';

const byMail = (cause: OutcomeCause): boolean => cause === 'mail' || cause === 'admin';

/** A yes. Settled: an order by mail names its message; a second order in one round needs a confirmation. */
export function order(input: OrderInput, { facts, entry }: Reported): OrderTaken {
  const { code: _, confirmsSecondOrder = false, sendToAdmin: __, ...taken } = input;
  if (entry.orderIds.length > 0 && !confirmsSecondOrder) throw new SecondOrderNeedsConfirmation(entry.orderIds);
  if (byMail(facts.cause) && !taken.messageReference) throw new OrderNeedsMessageReference();
  return { type: 'OrderTaken', data: { ...facts, ...taken, channel: byMail(facts.cause) ? 'mail' : 'call' } };
}

/** R16: the note of an order's form that is sent to admin is a note of the card as well. */
export function withNote(outcome: OutcomeEvent, input: OutcomeInput): readonly NoteAdded[] {
  if (outcome.type !== 'OrderTaken' || input.code !== 'order' || input.sendToAdmin === undefined) return [];
  const { orderId, order: form, callerId: addedBy, endedAt: addedAt } = outcome.data;
  const { note: text } = form;
  if (text === undefined) throw new NoteMissing('form.note');
  const { sendToAdmin } = input;
  return [{ type: 'NoteAdded', data: { noteId: orderId, text, sendToAdmin, orderId, addedBy, addedAt } }];
}
