import { mailStateOf, type MailState } from '#domain/order-life/mail/mail-state';
import type { Instant, LocalDate } from '#events/contracts/index';
import { dayOf } from '../figures/counted.js';
import type { OrderRow } from '../orders/order-row.js';
import { deriveView } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

/** What the report of mail delivery is added up from: one row per order, for each owes at most one mail. */
export interface OrderMailRow extends Row {
  readonly roundId: string;
  readonly callerId: string;
  readonly cardId: string;
  /** In Europe/Stockholm: when the order was taken, whatever became of its mail later. */
  readonly day: LocalDate;
  readonly takenAt: Instant;
  readonly mail: MailState;
  readonly attempts: number;
  /** Since when the mail stands so; absent before the first attempt. */
  readonly since?: Instant;
}

function rowOf({ key, roundId, callerId, cardId, takenAt, state }: OrderRow): OrderMailRow {
  const { attempts, since } = state.mail;
  const of = { roundId, callerId, cardId, day: dayOf(takenAt), takenAt };
  return { key, ...of, mail: mailStateOf(state), attempts, ...(since !== undefined && { since }) };
}

/** Kept as counters: a report of a year reads some thousand of them and not one order. */
export const orderMails = deriveView<OrderRow, OrderMailRow>({
  name: 'order-mails',
  projection: 'orders',
  indexes: [{ name: 'of-round', fields: ['roundId', 'mail', 'day'] }],
  counts: [['roundId', 'callerId', 'day', 'mail']],
  rowsOf: (order) => [rowOf(order)],
});
