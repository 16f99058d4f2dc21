import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type {
  OrderEvent,
  OrderForm,
  OrderRegistered,
  OrderRow,
  RenewalOrigin,
  SeasonName,
} from '#events/contracts/index';
import { NO_CARD, type Card } from '../card/card.js';
import { UNREGISTERED as NO_COMPANY } from '../company/company.js';
import { foldOf } from '../shared/decider.js';
import type { StandingOrder } from '../order-life/order.js';
import { orderDecider } from '../order-life/order-life.decider.js';
import { cancelled, registered } from '../order-life/testing/order-story.js';
import { customerBarOf } from './customer-bar.js';
import { renewalOf, type PastOrder } from './renewal.js';
import { seasonOf, seasonsBetween } from './season.js';

const AUTUMN = '2026-11-23T09:00:00.000Z';
const row = (changes: Partial<OrderRow> = {}): OrderRow => ({
  product: 'Annons',
  productClass: 'advertising',
  kind: 'recurring',
  oncePerYear: false,
  listPriceOre: 120_000,
  packageOre: 120_000,
  vatPercent: 25,
  vatOre: 30_000,
  ...changes,
});

interface Past {
  readonly takenAt?: string;
  readonly rows?: readonly OrderRow[];
  readonly isCancelled?: boolean;
  readonly renewal?: RenewalOrigin;
}
let made = 0;
function past({ takenAt = AUTUMN, rows = [row()], isCancelled = false, renewal }: Past = {}): PastOrder {
  const form: Partial<OrderForm> = { rows, note: 'ring first' };
  const begun = registered(form);
  // The casts: the story begins with the registration.
  const { data } = begun as OrderRegistered;
  const taken: OrderEvent = { type: 'OrderRegistered', data: { ...data, takenAt, ...(renewal && { renewal }) } };
  const order = foldOf(orderDecider, isCancelled ? [taken, cancelled] : [taken]) as StandingOrder;
  made += 1;
  return { orderId: `o${made}`, order };
}
const inSeason = (season: SeasonName, ...orders: readonly PastOrder[]) =>
  renewalOf(orders, undefined, { season, on: '2027-02-01' });
const reasonIn = (season: SeasonName, ...orders: readonly PastOrder[]) => {
  const proposal = inSeason(season, ...orders);
  return proposal.isDue ? 'due' : proposal.reason;
};

describe('the season', () => {
  test('is the half of a year', () => {
    expect(['2026-06-30', '2026-07-01', '2027-01-01'].map(seasonOf)).toEqual([
      '2026-spring',
      '2026-autumn',
      '2027-spring',
    ]);
    expect(seasonsBetween('2026-autumn', '2027-spring')).toBe(1);
    expect(seasonsBetween('2027-spring', '2026-spring')).toBe(-2);
  });
});

describe('an order that goes on', () => {
  test('R13: is due in every season after its own', () => {
    expect(reasonIn('2026-autumn', past())).toBe('ordered-this-season');
    expect(reasonIn('2026-spring', past())).toBe('ordered-this-season');
    expect(reasonIn('2027-spring', past())).toBe('due');
    expect(reasonIn('2028-autumn', past())).toBe('due');
  });

  test('R13: once per year is due in its own season of a later year', () => {
    const once = past({ rows: [row({ oncePerYear: true })] });
    expect(reasonIn('2027-spring', once)).toBe('not-in-season');
    expect(reasonIn('2027-autumn', once)).toBe('due');
  });

  test('has the rows that are due at the price that was agreed, and the VAT of now (R12)', () => {
    const food = row({ product: 'Tårta', productClass: 'food', vatPercent: 12, listPriceOre: 10_000, vatOre: 1200 });
    const order = past({
      rows: [food, row({ product: 'Logotyp', oncePerYear: true }), row({ product: 'Bok', kind: 'single' })],
    });
    const proposal = inSeason('2027-spring', order);
    expect(proposal).toMatchObject({
      isDue: true,
      of: [order.orderId],
      form: {
        rows: [{ product: 'Tårta', listPriceOre: 10_000, vatPercent: 6, vatOre: 600 }],
        totalOre: 10_000,
        totalVatOre: 600,
      },
    });
    expect(proposal.isDue && proposal.form.note).toBeUndefined();
  });

  test('goes on from its newest renewal, and from the first one for what that did not hold', () => {
    const first = past({ rows: [row(), row({ product: 'Logotyp', oncePerYear: true })] });
    const second = past({
      takenAt: '2027-07-02T09:00:00.000Z',
      rows: [row({ listPriceOre: 150_000 })],
      renewal: { season: '2027-spring', of: [first.orderId] },
    });
    expect(reasonIn('2027-spring', first, second)).toBe('ordered-this-season');
    const proposal = inSeason('2027-autumn', first, second);
    expect(proposal).toMatchObject({
      of: [second.orderId, first.orderId],
      form: { rows: [{ product: 'Annons', listPriceOre: 150_000 }, { product: 'Logotyp' }] },
    });
  });

  test('has every recurring row of a product, whatever else of it the order held', () => {
    const [twice, small] = [row(), row({ listPriceOre: 50_000, vatOre: 12_500 })];
    const proposal = inSeason('2027-spring', past({ rows: [twice, small, row({ kind: 'single' }), row()] }));
    expect(proposal.isDue && proposal.form.rows).toEqual([twice, small, row()]);
    expect(proposal.isDue && proposal.form.totalOre).toBe(290_000);
    expect(reasonIn('2027-spring', past({ rows: [row({ kind: 'single' }), row()] }))).toBe('due');
  });

  test('has none of the rows that an older order held of a product', () => {
    const newer = past({ takenAt: '2026-12-01T09:00:00.000Z', rows: [row({ listPriceOre: 150_000, vatOre: 37_500 })] });
    const older = past({ rows: [row(), row(), row({ oncePerYear: true }), row({ product: 'Bok' })] });
    const proposal = inSeason('2027-autumn', older, newer);
    expect(proposal.isDue && proposal.form.rows).toMatchObject([{ listPriceOre: 150_000 }, { product: 'Bok' }]);
  });

  test('R13: keeps the row of once a year over the renewal of the season in between', () => {
    const [twice, once] = [row(), row({ oncePerYear: true, listPriceOre: 50_000, vatOre: 12_500 })];
    const first = past({ rows: [twice, once] });
    const spring = past({
      takenAt: '2027-02-01T09:00:00.000Z',
      rows: [row({ listPriceOre: 130_000, vatOre: 32_500 })],
      renewal: { season: '2027-spring', of: [first.orderId] },
    });
    const autumn = inSeason('2027-autumn', first, spring);
    expect(autumn.isDue && autumn.form.rows).toMatchObject([{ listPriceOre: 130_000 }, { listPriceOre: 50_000 }]);
    const changed = past({
      takenAt: '2027-09-01T09:00:00.000Z',
      rows: [twice],
      renewal: { season: '2027-autumn', of: [spring.orderId, first.orderId] },
    });
    const next = inSeason('2028-autumn', first, spring, changed);
    expect(next.isDue && next.form.rows).toEqual([twice]);
  });

  test('ends where the latest order was cancelled, or was a single one of the same', () => {
    const later = '2027-02-01T09:00:00.000Z';
    expect(reasonIn('2027-autumn', past(), past({ takenAt: later, isCancelled: true }))).toBe('cancelled');
    const single = past({ takenAt: later, rows: [row({ kind: 'single' })] });
    expect(reasonIn('2027-autumn', past(), single)).toBe('not-recurring');
    expect(renewalOf([], undefined, { season: '2027-autumn', on: '2027-08-01' })).toMatchObject({
      reason: 'not-recurring',
    });
  });

  test('R6: is not renewed for one who is not to be sold to, whatever was ordered', () => {
    expect(renewalOf([past()], 'no-call', { season: '2027-spring', on: '2027-02-01' })).toMatchObject({
      isDue: false,
      reason: 'no-call',
    });
  });

  test('is never due again in the season of its renewal, whatever the story', () => {
    const season = fc.constantFrom<SeasonName>('2027-spring', '2027-autumn', '2028-spring', '2028-autumn');
    fc.assert(
      fc.property(fc.array(season, { maxLength: 8 }), fc.boolean(), (seasons, oncePerYear) => {
        const orders = [past({ rows: [row({ oncePerYear })] })];
        const renewals: SeasonName[] = [];
        for (const one of seasons) {
          const proposal = inSeason(one, ...orders);
          if (!proposal.isDue) continue;
          renewals.push(one);
          const takenAt = `${2027 + renewals.length}-01-01T00:00:00.000Z`;
          orders.push(past({ takenAt, rows: proposal.form.rows, renewal: { season: one, of: proposal.of } }));
        }
        expect(new Set(renewals).size).toBe(renewals.length);
        if (oncePerYear) expect(renewals.every((one) => one.endsWith('autumn'))).toBe(true);
      }),
    );
  });
});

describe('what keeps a customer from being sold to', () => {
  const since = AUTUMN;
  const lock = {
    lockId: 'l',
    roundId: 'r',
    ownerId: 'ann',
    personName: 'Eva',
    since,
    due: since,
    offeredToTeam: false,
  };
  // The cast: a lock with what is looked at here.
  const locked = { ...NO_CARD, lock } as unknown as Card;

  test('R6: is a block of the card or the company, also one that waits for admin', () => {
    const blocked = { ...NO_COMPANY, blocks: [{ blockId: 'b', status: 'blocked', since }] } as const;
    expect(customerBarOf({ ...NO_CARD, bars: ['b'] }, undefined)).toBe('no-call');
    expect(customerBarOf({ ...NO_CARD, freezes: ['b'] }, undefined)).toBe('no-call');
    expect(customerBarOf(NO_CARD, blocked)).toBe('no-call');
  });

  test('is the end of the company or the card, and a promise to return (R3)', () => {
    expect(customerBarOf(NO_CARD, { ...NO_COMPANY, ceasedAt: since })).toBe('ceased');
    expect(customerBarOf({ ...NO_CARD, final: { reason: 'ceased', since } }, undefined)).toBe('ceased');
    expect(customerBarOf({ ...NO_CARD, final: { reason: 'private-person', since } }, undefined)).toBe('closed');
    expect(customerBarOf(locked, undefined)).toBe('locked');
    expect(customerBarOf(NO_CARD, NO_COMPANY)).toBeUndefined();
  });
});
