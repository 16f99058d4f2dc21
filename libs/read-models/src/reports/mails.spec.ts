import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cancelled, registered } from '#domain/order-life/testing/order-story';
import type { OrderEvent, OrderForm } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { orders } from '../orders/orders.projection.js';
import { viewsOfLog } from '../testing/views-of-log.js';
import { written, type Written } from '../testing/written-log.js';
import { listMails } from './list-behind.js';
import { LIST_START } from './listed.js';
import { MAIL_STATES, NO_MAILS, readMails, type MailDimension, type MailsAsked, type MailsRead } from './read-mails.js';

const AT = '2026-11-23T09:30:00.000Z';
const MONDAY = { day: '2026-11-23', takenAt: '2026-11-23T09:00:00.000Z' };
const TUESDAY = { day: '2026-11-24', takenAt: '2026-11-24T09:00:00.000Z' };

const started: OrderEvent = {
  type: 'ThankYouMailStarted',
  data: { attemptId: 'a1', messageId: 'a1', startedAt: AT },
};
const sent: OrderEvent = { type: 'ThankYouMailSent', data: { attemptId: 'a1', sentAt: AT } };
const bounced: OrderEvent = { type: 'ThankYouMailBounced', data: { attemptId: 'a1', bouncedAt: AT } };
const unknown: OrderEvent = {
  type: 'ThankYouMailOutcomeUnknown',
  data: { attemptId: 'a1', reason: 'no-answer', foundAt: AT },
};
const askedAgain: OrderEvent = {
  type: 'ThankYouMailAskedAgain',
  data: { askedBy: 'ada', reason: 'a new address', askedAt: AT },
};
const refused = (permanent: boolean): OrderEvent => ({
  type: 'ThankYouMailRefused',
  data: { attemptId: 'a1', permanent, refusedAt: AT },
});

interface Past {
  readonly takenAt?: string;
  readonly callerId?: string;
  readonly email?: OrderForm['email'];
  readonly events: readonly OrderEvent[];
}

function pastOf({ events, email, ...origin }: Past, at: number): Written[] {
  const taken = registered(email === undefined ? {} : { email });
  // The cast: the maker's return type is the union; it makes this one.
  const begun = { ...taken, data: { ...taken.data, ...origin } } as OrderEvent;
  return written(orderStream(`o${at}`), begun, ...events);
}

const viewsOf = (pasts: readonly Past[]) => viewsOfLog([orders], pasts.flatMap(pastOf));

const reported = async (
  pasts: readonly Past[],
  groupBy: readonly MailDimension[] = [],
  asked: Partial<MailsAsked> = {},
): Promise<MailsRead> => readMails(await viewsOf(pasts), { roundIds: ['round-1'], ...asked }, groupBy);

const STORIES: readonly Past[] = [
  { events: [] },
  { events: [started] },
  { events: [started, refused(false)] },
  { events: [started, sent] },
  { events: [started, refused(true)] },
  { events: [started, unknown] },
  { events: [started, sent, bounced] },
  { events: [], email: 'has-none' },
  { events: [cancelled] },
];

describe('R17: the report of mail delivery', () => {
  test('counts each order once, in the state that its mail has', async () => {
    expect((await reported(STORIES)).totals).toEqual({
      orders: 9,
      waiting: 1,
      started: 1,
      refused: 1,
      sent: 1,
      failed: 1,
      unknown: 1,
      bounced: 1,
      withoutAddress: 1,
      cancelled: 1,
    });
  });

  test('keeps what was sent, whatever becomes of the order; a mail that will not go counts as cancelled', async () => {
    const { totals } = await reported([
      { events: [started, sent, cancelled] },
      { events: [started, refused(false), cancelled] },
      { events: [cancelled], email: 'has-none' },
      { events: [started, sent, bounced, askedAgain] },
    ]);
    expect(totals).toEqual({ ...NO_MAILS, orders: 4, sent: 1, cancelled: 2, waiting: 1 });
  });

  test('counts by the day and the caller of the order, and by round', async () => {
    const pasts: readonly Past[] = [
      { takenAt: MONDAY.takenAt, callerId: 'ann', events: [started, sent] },
      { takenAt: TUESDAY.takenAt, callerId: 'bo', events: [started, sent] },
      { takenAt: TUESDAY.takenAt, callerId: 'bo', events: [started, sent, bounced] },
    ];
    const { groups } = await reported(pasts, ['day', 'caller']);
    expect(groups).toEqual([
      { group: { day: MONDAY.day, callerId: 'ann' }, measures: { ...NO_MAILS, orders: 1, sent: 1 } },
      { group: { day: TUESDAY.day, callerId: 'bo' }, measures: { ...NO_MAILS, orders: 2, sent: 1, bounced: 1 } },
    ]);
    const ordersOf = async (asked: Partial<MailsAsked>) => (await reported(pasts, [], asked)).totals.orders;
    expect(await ordersOf({ from: TUESDAY.day })).toBe(2);
    expect(await ordersOf({ to: MONDAY.day })).toBe(1);
    expect(await ordersOf({ callerId: 'ann' })).toBe(1);
    expect(await ordersOf({ mail: 'bounced' })).toBe(1);
    expect(await ordersOf({ roundIds: ['round-2'] })).toBe(0);
  });

  test('lists the orders behind it, those that wait for an admin first', async () => {
    const views = await viewsOf(STORIES);
    const page = { after: LIST_START, limit: 50 };
    const { rows } = await listMails(views, { roundIds: ['round-1'] }, page);
    expect(rows.map(({ mail }) => mail)).toEqual(MAIL_STATES);
    expect((await listMails(views, { roundIds: ['round-1'], mail: 'bounced' }, page)).rows).toMatchObject([
      { key: 'o6', attempts: 1, since: AT },
    ]);
  });

  test('adds up to the orders, and equals what is listed, whatever the stories', async () => {
    const past = fc.record({
      callerId: fc.constantFrom('ann', 'bo'),
      takenAt: fc.constantFrom(MONDAY.takenAt, TUESDAY.takenAt),
      events: fc.constantFrom(...STORIES.map(({ events }) => events)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(past, { maxLength: 15 }), async (pasts) => {
        const { groups, totals } = await reported(pasts, ['caller', 'day']);
        const { orders: all, ...states } = totals;
        expect(all).toBe(pasts.length);
        expect(Object.values(states).reduce((sum, one) => sum + one, 0)).toBe(all);
        const views = await viewsOf(pasts);
        for (const { group, measures } of groups) {
          const { callerId = '', day = '' } = group;
          const asked = { roundIds: ['round-1'], callerId, from: day, to: day };
          const { rows } = await listMails(views, asked, { after: LIST_START, limit: 100 });
          expect(rows).toHaveLength(measures.orders);
          expect(rows.filter(({ mail }) => mail === 'sent')).toHaveLength(measures.sent);
        }
      }),
      { numRuns: 30 },
    );
  });
});
