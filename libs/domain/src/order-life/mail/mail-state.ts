import type { StandingOrder } from '../order.js';
import { hasMailAddress } from './mail-due.js';
import type { MailStatus } from './thank-you-mail.js';

/** R17: where the mail of an order stands, and why none is going to be sent. */
export type MailState = MailStatus | 'no-address' | 'cancelled';

/** What has been sent stays sent, whatever becomes of the order or its address later. */
export function mailStateOf(order: StandingOrder): MailState {
  const { status } = order.mail;
  if (status !== 'waiting' && status !== 'refused') return status;
  if (order.status === 'cancelled') return 'cancelled';
  return hasMailAddress(order) ? status : 'no-address';
}
