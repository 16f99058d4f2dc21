import { holdsOf, invoiceDueAt } from '#domain/order-life/invoicing/invoice-due';
import { mailDueAt } from '#domain/order-life/mail/mail-due';
import { evolve, UNREGISTERED, type StandingOrder } from '#domain/order-life/order';
import { nameKey } from '#domain/shared/name-key';
import type { OrderEvent } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { orderMails } from '../reports/order-mails.js';
import { defineProjection, type Fold } from '../store/define-projection.js';
import type { OrderRow } from './order-row.js';

const PREFIX_LENGTH = orderStream('').length;

function rowOf(key: string, state: StandingOrder): OrderRow {
  const { cardId, callerId, roundId, takenAt } = state.origin;
  const { companyNumber, legalName, rows } = state.form;
  return {
    key,
    state,
    status: state.status,
    cardId,
    callerId,
    roundId,
    takenAt,
    companyNumber,
    nameKey: nameKey(legalName),
    ...mailTimesOf(state),
    ...invoiceTimesOf(state),
    ...(rows.some(({ kind }) => kind === 'recurring') && { recurringIn: state.origin.campaignId }),
  };
}

type MailTimes = Pick<OrderRow, 'mailDueAt' | 'mailStartedAt' | 'mailFailedAt'>;

function mailTimesOf(state: StandingOrder): MailTimes {
  const due = mailDueAt(state);
  if (due !== undefined) return { mailDueAt: due };
  const { status, since } = state.mail;
  if (since === undefined) return {};
  switch (status) {
    case 'started':
      return { mailStartedAt: since };
    case 'failed':
    case 'unknown':
    case 'bounced':
      return { mailFailedAt: since };
    case 'waiting':
    case 'refused':
    case 'sent':
      return {};
  }
}

function invoiceTimesOf(state: StandingOrder): Pick<OrderRow, 'invoiceDueAt' | 'invoiceHeldAt'> {
  const due = invoiceDueAt(state);
  return {
    ...(due !== undefined && { invoiceDueAt: due }),
    ...(holdsOf(state).length > 0 && { invoiceHeldAt: state.origin.regretUntil }),
  };
}

const fold: Fold<OrderRow, OrderEvent['type']> = (row, event, key) => {
  const state = evolve(row?.state ?? UNREGISTERED, event);
  return state.status === 'unregistered' ? undefined : rowOf(key, state);
};

/** Folded with the domain's own fold, so that the state shown is the state decided with. */
export const orders = defineProjection<OrderRow>({
  name: 'orders',
  version: 5, // raise it to rebuild beside the live one
  keysOf: ({ streamId }) => [streamId.slice(PREFIX_LENGTH)],
  indexes: [
    { name: 'newest', fields: ['takenAt'], descending: true },
    { name: 'of-status', fields: ['status', 'takenAt'], descending: true },
    { name: 'of-card', fields: ['cardId', 'takenAt'], descending: true },
    { name: 'of-caller', fields: ['callerId', 'takenAt'], descending: true },
    { name: 'of-round', fields: ['roundId', 'takenAt'], descending: true },
    { name: 'of-company', fields: ['companyNumber', 'takenAt'], descending: true },
    { name: 'by-name', fields: ['nameKey'] },
    { name: 'mail-due', fields: ['mailDueAt'] },
    { name: 'mail-started', fields: ['mailStartedAt'] },
    { name: 'mail-failed', fields: ['mailFailedAt'] },
    { name: 'recurring', fields: ['recurringIn', 'cardId'] },
    { name: 'invoice-due', fields: ['invoiceDueAt'] },
    { name: 'invoice-held', fields: ['invoiceHeldAt'] },
  ],
  derived: [orderMails],
  counts: [['status']],
  on: {
    OrderRegistered: fold,
    OrderChanged: fold,
    OrderCancelled: fold,
    CompanyNumberChecked: fold,
    CompanyNumberAccepted: fold,
    ThankYouMailStarted: fold,
    ThankYouMailSent: fold,
    ThankYouMailRefused: fold,
    ThankYouMailOutcomeUnknown: fold,
    ThankYouMailBounced: fold,
    ThankYouMailAskedAgain: fold,
    OrderInvoiced: fold,
    OrderCredited: fold,
  },
});
