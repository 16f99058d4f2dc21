import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { projections } from '#read-models/projections';
import { takeOrder, type TakenOrder } from '../support/calling.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';
import { startReactors } from '../support/test-reactors.js';
import { TestRound } from '../support/test-round.js';

const RECURRING = { rows: [{ product: 'Annons', kind: 'recurring', listPriceOre: 120_000 }] };
const ONCE = { rows: [{ product: 'Annons', kind: 'recurring', oncePerYear: true, listPriceOre: 240_000 }] };
const NEXT_SPRING = '2027-02-01T08:00:00.000Z';

interface Customers {
  readonly season: string;
  readonly customers: readonly { readonly cardId: string; readonly orderId?: string; readonly isDue?: boolean }[];
  readonly next?: string;
}

describe('a new round', () => {
  let api: TestApp;
  let round: TestRound;
  let ann: SignedInClient;
  let lead: SignedInClient;
  let admin: SignedInClient;
  let goesOn: TakenOrder;
  let newRoundId: string;

  beforeEach(async () => {
    api = await startTestApp({ projections, environment: { SESSION_HOURS: '8784' } });
    round = await TestRound.open(api);
    [ann, lead, admin] = [await api.as('caller', 'ann'), await api.as('lead'), await api.as('admin')];
    goesOn = await takeOrder(ann, round, RECURRING);
  });

  afterEach(() => api.close());

  /** In the next spring, with the cards of the first. */
  async function openNext(): Promise<void> {
    const stop = startReactors(api);
    api.clock.moveTo(NEXT_SPRING);
    const opening = { name: 'Omgång 2', carriedOverFrom: round.roundId };
    const opened = await lead.post(`/campaigns/${round.campaignId}/rounds`, opening);
    newRoundId = opened.json<{ roundId: string }>().roundId;
    while ((await statusOf(goesOn.cardId)) === undefined) await new Promise(setImmediate);
    await stop();
    await api.caughtUp();
  }
  const path = () => `/rounds/${newRoundId}/renewals`;
  const proposed = async (query = '') => (await lead.get(`${path()}${query}`)).json<Customers>();
  const confirmed = async (...cardIds: readonly string[]) => {
    const answer = (await lead.post(path(), { cardIds })).json<Customers>();
    await api.caughtUp();
    return answer;
  };
  const statusOf = async (cardId: string) => {
    const card = (await lead.get(`/cards/${cardId}`)).json<{
      rounds: { roundId: string; state: { status: string } }[];
    }>();
    return card.rounds.find(({ roundId }) => roundId === newRoundId)?.state.status;
  };

  test('R13: shows whose order is due, at what price, and why others are not', async () => {
    const once = await takeOrder(ann, round, ONCE);
    const regretted = await takeOrder(ann, round, RECURRING);
    await ann.post(`/orders/${regretted.orderId}/cancellation`, { reason: 'regretted' });
    await takeOrder(ann, round);
    await openNext();
    const { season, customers } = await proposed();
    expect(season).toBe('2027-spring');
    expect(customers.toSorted((a, b) => (a.cardId < b.cardId ? -1 : 1))).toMatchObject([
      {
        cardId: goesOn.cardId,
        isDue: true,
        legalName: 'Lärande i Huddinge AB',
        lastOrderId: goesOn.orderId,
        rows: [{ product: 'Annons', oncePerYear: false, listPriceOre: 120_000, vatOre: 30_000 }],
        totalOre: 120_000,
      },
      { cardId: once.cardId, isDue: false, reason: 'not-in-season' },
      { cardId: regretted.cardId, isDue: false, reason: 'cancelled' },
    ]);
    expect((await admin.get('/orders')).json<{ orders: object[] }>().orders).toHaveLength(4);
  });

  test('is paged by customers, each on one page', async () => {
    const others = [await takeOrder(ann, round, RECURRING), await takeOrder(ann, round, RECURRING)];
    await openNext();
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const page = await proposed(`?limit=1${next === undefined ? '' : `&after=${next}`}`);
      seen.push(...page.customers.map(({ cardId }) => cardId));
      next = page.next;
    } while (next !== undefined);
    expect(seen.sort()).toEqual([goesOn, ...others].map(({ cardId }) => cardId).sort());
  });

  test('renews what is confirmed, once a season, as an order like any other', async () => {
    await openNext();
    const [made] = (await confirmed(goesOn.cardId)).customers;
    const orderId = made?.orderId ?? '';
    expect(await confirmed(goesOn.cardId)).toEqual({
      customers: [{ cardId: goesOn.cardId, isRenewed: true, orderId }],
    });
    expect((await lead.get(`/orders/${orderId}`)).json()).toMatchObject({
      channel: 'renewal',
      status: 'standing',
      roundId: newRoundId,
      totalOre: 120_000,
      mail: 'waiting',
      readBack: expect.stringContaining('Lärande i Huddinge AB'),
    });
    expect(await statusOf(goesOn.cardId)).toBe('ordered');
    expect((await proposed()).customers).toMatchObject([{ isDue: false, reason: 'ordered-this-season' }]);
    await lead.post(`/orders/${orderId}/cancellation`, { reason: 'rang in' });
    expect(await statusOf(goesOn.cardId)).toBe('closed-round');
    await api.caughtUp();
    expect((await proposed()).customers).toMatchObject([{ isDue: false, reason: 'cancelled' }]);
  });

  test('R6: renews nothing for one who is not to be called again', async () => {
    await openNext();
    const block = { cardId: goesOn.cardId, scope: 'workplace', reason: 'asked by letter' };
    const blocked = await admin.post('/blocks', block);
    expect(blocked.statusCode).toBeLessThan(300);
    await api.caughtUp();
    expect((await proposed()).customers).toMatchObject([{ isDue: false, reason: 'no-call' }]);
    expect(await confirmed(goesOn.cardId)).toMatchObject({ customers: [{ isRenewed: false, reason: 'no-call' }] });
  });

  test('refuses a round that is closed or unknown, and a caller', async () => {
    await openNext();
    expect((await ann.get(path())).statusCode).toBe(403);
    await lead.post(`/campaigns/${round.campaignId}/rounds/${newRoundId}/closing`, {});
    expect((await lead.post(path(), { cardIds: [] })).json()).toMatchObject({ status: 422 });
    expect((await lead.get(`/rounds/${goesOn.cardId}/renewals`)).json()).toMatchObject({ code: 'round.unknown' });
  });
});
