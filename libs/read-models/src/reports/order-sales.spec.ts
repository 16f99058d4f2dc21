import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Written } from '../testing/written-log.js';
import { viewsOfLog } from '../testing/views-of-log.js';
import { orderSales } from './order-sales.projection.js';
import { readOrderSales, type SalesAsked, type SalesDimension, type SalesRead } from './read-order-sales.js';
import { NO_SALES, type Sales } from './sales.js';
import { orderPast, type OrderPast, type Sold } from './testing/sold.js';

const MONDAY = '2026-11-23T09:00:00.000Z';
const TUESDAY = '2026-11-24T09:00:00.000Z';

async function reported(
  orders: readonly OrderPast[],
  groupBy: readonly SalesDimension[] = [],
  asked: Partial<SalesAsked> = {},
): Promise<SalesRead> {
  const events: readonly Written[] = orders.flatMap(orderPast);
  return readOrderSales(await viewsOfLog([orderSales], events), { roundIds: ['round-1'], ...asked }, groupBy);
}

const DIPLOMA: Sold = ['Diplom', 'single', 120_000];
const ADVERT: Sold = ['Annons', 'recurring', 240_000];
const YEARLY: Sold = ['Annons', 'once-per-year', 100_000];

describe('the report of orders', () => {
  test('counts orders and their value ex VAT, and what of it recurs', async () => {
    const { totals } = await reported([
      { orderId: 'o1', sold: [DIPLOMA] },
      { orderId: 'o2', sold: [DIPLOMA, ADVERT] },
      { orderId: 'o3', sold: [YEARLY] },
    ]);
    expect(totals).toEqual({
      ...NO_SALES,
      ordersTaken: 3,
      takenValueOre: 580_000,
      orders: 3,
      valueOre: 580_000,
      recurringOrders: 2,
      recurringValueOre: 340_000,
    });
  });

  test('shows a cancelled order as taken and as cancelled, and leaves it out of what stands', async () => {
    const { totals } = await reported([
      { orderId: 'o1', sold: [DIPLOMA] },
      { orderId: 'o2', sold: [ADVERT], cancelled: 'regret' },
      { orderId: 'o3', sold: [ADVERT], changedTo: [[DIPLOMA]], cancelled: 'admin' },
    ]);
    expect(totals).toEqual({
      ordersTaken: 3,
      takenValueOre: 600_000,
      ordersChanged: 1,
      changedValueOre: -120_000,
      ordersCancelled: 2,
      cancelledValueOre: 360_000,
      orders: 1,
      valueOre: 120_000,
      recurringOrders: 0,
      recurringValueOre: 0,
    });
  });

  test('R21: knows nothing of an order whose outcome was corrected', async () => {
    expect((await reported([{ orderId: 'o1', sold: [ADVERT], cancelled: 'outcome-corrected' }])).totals).toEqual(
      NO_SALES,
    );
  });

  test('counts a change by the day, caller and round of the order itself', async () => {
    const orders = [
      { orderId: 'o1', callerId: 'ann', takenAt: MONDAY, sold: [DIPLOMA], changedTo: [[ADVERT]] },
      { orderId: 'o2', callerId: 'bo', takenAt: TUESDAY, sold: [DIPLOMA] },
      { orderId: 'o3', callerId: 'bo', takenAt: TUESDAY, sold: [DIPLOMA], cancelled: 'admin' },
    ] as const;
    const { groups } = await reported(orders, ['day', 'caller']);
    expect(groups.map(({ group, measures: { ordersTaken, valueOre } }) => [group, ordersTaken, valueOre])).toEqual([
      [{ day: '2026-11-23', callerId: 'ann' }, 1, 240_000],
      [{ day: '2026-11-24', callerId: 'bo' }, 2, 120_000],
    ]);
  });

  test('counts an order once in each of its products, and once in all', async () => {
    const { groups, totals } = await reported([{ orderId: 'o1', sold: [DIPLOMA, ADVERT, ADVERT] }], ['product']);
    expect(groups.map(({ group, measures: { orders, valueOre } }) => [group.product, orders, valueOre])).toEqual([
      ['Annons', 1, 480_000],
      ['Diplom', 1, 120_000],
    ]);
    expect(totals).toMatchObject({ orders: 1, valueOre: 600_000 });
  });

  test('moves the value with a change from one product to another', async () => {
    const { groups } = await reported([{ orderId: 'o1', sold: [DIPLOMA], changedTo: [[ADVERT]] }], ['product', 'kind']);
    expect(groups).toMatchObject([
      { group: { product: 'Annons', kind: 'recurring' }, measures: { ordersTaken: 0, changedValueOre: 240_000 } },
      { group: { product: 'Diplom', kind: 'single' }, measures: { ordersTaken: 1, changedValueOre: -120_000 } },
    ]);
  });

  test('is asked of rounds, days, a caller, a product or a kind', async () => {
    const orders: readonly OrderPast[] = [
      { orderId: 'o1', callerId: 'ann', takenAt: MONDAY, sold: [DIPLOMA] },
      { orderId: 'o2', callerId: 'bo', takenAt: TUESDAY, sold: [DIPLOMA, ADVERT] },
      { orderId: 'o3', callerId: 'bo', takenAt: TUESDAY, sold: [DIPLOMA], roundId: 'round-2' },
    ];
    const valueOf = async (asked: Partial<SalesAsked>) => (await reported(orders, [], asked)).totals.valueOre;
    expect(await valueOf({ roundIds: ['round-1', 'round-2'] })).toBe(600_000);
    expect(await valueOf({ from: '2026-11-24', to: '2026-11-24' })).toBe(360_000);
    expect(await valueOf({ callerId: 'ann' })).toBe(120_000);
    expect(await valueOf({ product: 'Diplom' })).toBe(240_000);
    expect(await valueOf({ kind: 'recurring' })).toBe(240_000);
  });

  const sold = fc.tuple(
    fc.constantFrom('Diplom', 'Annons', 'Bok'),
    fc.constantFrom('single' as const, 'recurring' as const, 'once-per-year' as const),
    fc.integer({ min: 1, max: 1000 }).map((kronor) => kronor * 100),
  );
  const rows = fc.array(sold, { minLength: 1, maxLength: 4 });
  const past = fc.record(
    {
      callerId: fc.constantFrom('ann', 'bo'),
      takenAt: fc.constantFrom(MONDAY, TUESDAY),
      sold: rows,
      changedTo: fc.array(rows, { maxLength: 3 }),
      cancelled: fc.constantFrom('regret' as const, 'admin' as const, 'outcome-corrected' as const),
    },
    { requiredKeys: ['callerId', 'takenAt', 'sold', 'changedTo'] },
  );
  const pasts = fc
    .array(past, { maxLength: 12 })
    .map((all) => all.map((one, at): OrderPast => ({ ...one, orderId: `o${at}` })));

  /** Row by row of the order forms as they were written, with nothing of the view. */
  function expectedOf(orders: readonly OrderPast[], product: string): Pick<Sales, 'takenValueOre' | 'valueOre'> {
    const priceIn = (lines: readonly Sold[]) =>
      lines.filter(([name]) => name === product).reduce((sum, [, , price]) => sum + price, 0);
    const counted = orders.filter((one) => one.cancelled !== 'outcome-corrected');
    return {
      takenValueOre: counted.reduce((sum, one) => sum + priceIn(one.sold), 0),
      valueOre: counted
        .filter((one) => one.cancelled === undefined)
        .reduce((sum, one) => sum + priceIn(one.changedTo?.at(-1) ?? one.sold), 0),
    };
  }

  test('equals the orders added up by hand, and taken + changed - cancelled is what stands', async () => {
    await fc.assert(
      fc.asyncProperty(pasts, async (orders) => {
        const { groups } = await reported(orders, ['product']);
        for (const { group, measures } of groups) {
          expect(measures).toMatchObject(expectedOf(orders, group.product ?? ''));
          const { takenValueOre, changedValueOre, cancelledValueOre, valueOre } = measures;
          expect(takenValueOre + changedValueOre - cancelledValueOre).toBe(valueOre);
        }
        const { groups: byDay, totals } = await reported(orders, ['day', 'caller']);
        const sum = byDay.reduce((all, { measures }) => all + measures.ordersTaken, 0);
        expect(sum).toBe(totals.ordersTaken);
      }),
      { numRuns: 40 },
    );
  });
});
