import type { MailState } from '#domain/order-life/mail/mail-state';
import type { ReadStore } from '../store/read-store.js';
import type { ReportAsked } from './asked.js';
import { added, AddedUp, type Group } from './added-up.js';
import { orderMails, type OrderMailRow } from './order-mails.js';

export const MAIL_DIMENSIONS = ['round', 'caller', 'day'] as const;
export type MailDimension = (typeof MAIL_DIMENSIONS)[number];

export type MailGroup = Pick<OrderMailRow, 'roundId' | 'callerId' | 'day'>;

export const MAIL_FIELD = {
  round: 'roundId',
  caller: 'callerId',
  day: 'day',
} as const satisfies Record<MailDimension, keyof MailGroup>;

export interface MailsAsked extends ReportAsked {
  readonly mail?: MailState;
}

/** What is added up: `orders` is the sum of all that follow. The definitions stand in mail-definitions.ts. */
export interface Mails {
  readonly orders: number;
  readonly waiting: number;
  readonly started: number;
  readonly refused: number;
  readonly sent: number;
  readonly failed: number;
  readonly unknown: number;
  readonly bounced: number;
  readonly withoutAddress: number;
  readonly cancelled: number;
}

export const NO_MAILS: Mails = {
  orders: 0,
  waiting: 0,
  started: 0,
  refused: 0,
  sent: 0,
  failed: 0,
  unknown: 0,
  bounced: 0,
  withoutAddress: 0,
  cancelled: 0,
};

const COLUMN_OF: Readonly<Record<MailState, Exclude<keyof Mails, 'orders'>>> = {
  waiting: 'waiting',
  started: 'started',
  refused: 'refused',
  sent: 'sent',
  failed: 'failed',
  unknown: 'unknown',
  bounced: 'bounced',
  'no-address': 'withoutAddress',
  cancelled: 'cancelled',
};

/** In the order in which a list shows them: first what waits for an admin. */
export const MAIL_STATES: readonly MailState[] = [
  'failed',
  'unknown',
  'bounced',
  'refused',
  'started',
  'waiting',
  'sent',
  'no-address',
  'cancelled',
];

export interface MailsRead {
  /** In the order of the dimensions asked for. */
  readonly groups: readonly Group<Partial<MailGroup>, Mails>[];
  readonly totals: Mails;
}

const COUNTED = ['roundId', 'callerId', 'day', 'mail'] as const;

type Counted = Pick<OrderMailRow, (typeof COUNTED)[number]>;

/** From kept counters, as many as the callers of the rounds have days, times the states. */
export async function readMails(
  store: ReadStore,
  asked: MailsAsked,
  groupBy: readonly MailDimension[],
): Promise<MailsRead> {
  const fields = groupBy.map((dimension) => MAIL_FIELD[dimension]);
  const sums = new AddedUp<Partial<MailGroup>, Mails>(fields, NO_MAILS);
  let totals = NO_MAILS;
  for await (const { counted, count } of countsOf(store, asked)) {
    const measures = { ...NO_MAILS, orders: count, [COLUMN_OF[counted.mail]]: count };
    totals = added(totals, measures);
    sums.add(Object.fromEntries(fields.map((field) => [field, counted[field]])), measures);
  }
  return { groups: sums.sorted(), totals };
}

async function* countsOf(
  store: ReadStore,
  asked: MailsAsked,
): AsyncGenerator<{ readonly counted: Counted; readonly count: number }> {
  const caller = asked.callerId === undefined ? [] : [asked.callerId];
  for (const roundId of asked.roundIds) {
    for (const { values, count } of await store.counts(orderMails, COUNTED, [roundId, ...caller])) {
      // The cast: the values of the group, in its order.
      const counted = Object.fromEntries(COUNTED.map((field, at) => [field, values[at]])) as unknown as Counted;
      if (isWithin(counted, asked)) yield { counted, count };
    }
  }
}

const isWithin = ({ day, mail }: Counted, asked: MailsAsked): boolean =>
  (asked.from === undefined || day >= asked.from) &&
  (asked.to === undefined || day <= asked.to) &&
  (asked.mail === undefined || mail === asked.mail);
