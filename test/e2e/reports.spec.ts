import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { caseDecider } from '#domain/case/case.decider';
import { plus } from '#domain/shared/instant';
import { caseStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { timedCause } from '#processes/shared/timed-cause';
import { projections } from '#read-models/projections';
import { ORDER_FORM, ringNewCard, takeOrder, type TakenOrder } from '../support/calling.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';
import { TestRound } from '../support/test-round.js';

interface Report {
  readonly rows: readonly (Readonly<Record<string, unknown>> & { readonly behind: string })[];
  readonly totals: Readonly<Record<string, number>>;
  readonly definitions: { readonly measures: readonly { readonly column: string }[] };
}

const POSTER = { product: 'Affisch', kind: 'recurring', listPriceOre: 240_000 };

describe('reports', () => {
  let api: TestApp;
  let round: TestRound;
  let lead: SignedInClient;
  let ann: SignedInClient;
  let bo: SignedInClient;
  let kept: TakenOrder;
  let regretted: TakenOrder;

  beforeEach(async () => {
    api = await startTestApp({ projections, environment: { SESSION_HOURS: '48' } });
    round = await TestRound.open(api);
    lead = await api.as('lead');
    [ann, bo] = [await api.as('caller', 'ann'), await api.as('caller', 'bo')];
    await work();
  });

  afterEach(() => api.close());

  /** Ann sells twice, one is changed and the other regretted; Bo gets no answer, and sells on Tuesday. */
  async function work(): Promise<void> {
    kept = await takeOrder(ann, round);
    regretted = await takeOrder(ann, round);
    await ann.put(`/orders/${kept.orderId}/form`, { form: { ...ORDER_FORM, rows: [POSTER] }, reason: 'rang back' });
    await ann.post(`/orders/${regretted.orderId}/cancellation`, { reason: 'regretted' });
    const missed = await ringNewCard(bo, round);
    const { roundId } = round;
    await save(missed, {
      callId: missed.callId,
      ending: 'unanswered',
      spokeWith: 'nobody',
      outcome: { code: 'no-answer' },
    });
    api.clock.moveTo(plus(MONDAY_MORNING, { hours: 25 }));
    await bo.post(`/cards/${missed.cardId}/claim`, { roundId });
    const { callId } = (await bo.post(`/cards/${missed.cardId}/calls`, { roundId })).json<{ callId: string }>();
    const outcome = { code: 'order', form: ORDER_FORM };
    await save(missed, { callId, ending: 'answered', spokeWith: 'decision-maker', outcome });
    await api.caughtUp();
  }

  async function save({ cardId }: { readonly cardId: string }, report: object): Promise<void> {
    const saved = await bo.post(`/cards/${cardId}/outcomes`, { roundId: round.roundId, ...report });
    if (saved.statusCode !== 201) throw new Error(saved.body);
  }

  const ask = async (path: string) => (await lead.get(`/reports/${path}`)).json<Report>();
  const behind = async (path: string) => (await lead.get(path.replace('/api', ''))).json<Record<string, object[]>>();

  test('of orders: taken, changed, cancelled, standing, and what recurs', async () => {
    const { rows, totals } = await ask(`orders?roundId=${round.roundId}&groupBy=caller,day`);
    expect(totals).toEqual({
      ordersTaken: 3,
      takenValueOre: 360_000,
      ordersChanged: 1,
      changedValueOre: 120_000,
      ordersCancelled: 1,
      cancelledValueOre: 120_000,
      orders: 2,
      valueOre: 360_000,
      recurringOrders: 1,
      recurringValueOre: 240_000,
      recurringOrderPercent: 50,
      recurringValuePercent: 66.67,
    });
    const told = rows.map(({ callerName, day, ordersTaken, valueOre }) => [callerName, day, ordersTaken, valueOre]);
    expect(told.toSorted()).toEqual([
      ['Test ann', '2026-11-23', 2, 240_000],
      ['Test bo', '2026-11-24', 1, 120_000],
    ]);
  });

  test('of orders by product and kind', async () => {
    const { rows } = await ask('orders?groupBy=product,kind');
    expect(rows).toMatchObject([
      { product: 'Affisch', kind: 'recurring', ordersTaken: 0, orders: 1, valueOre: 240_000 },
      { product: 'Diplompaket', kind: 'single', ordersTaken: 3, orders: 1, valueOre: 120_000 },
    ]);
  });

  test('agree with the figures on the orders that were taken', async () => {
    const figures = (await lead.get(`/figures?roundId=${round.roundId}`)).json<Report>();
    const { totals } = await ask(`orders?roundId=${round.roundId}`);
    expect([totals['ordersTaken'], totals['takenValueOre']]).toEqual([
      figures.totals['orders'],
      figures.totals['orderValueOre'],
    ]);
    expect((await ask(`conversion?roundId=${round.roundId}`)).totals).toMatchObject({
      calls: figures.totals['calls'],
      orders: figures.totals['orders'],
    });
  });

  test('of conversion per call on the card and per path of outcomes', async () => {
    expect((await ask('conversion?groupBy=call')).rows).toMatchObject([
      { call: 1, calls: 3, orders: 2, conversionPercent: 66.67, ordersWithoutCall: 0 },
      { call: 2, calls: 1, orders: 1, conversionPercent: 100 },
    ]);
    expect((await ask('conversion?groupBy=path')).rows).toMatchObject([
      { path: 'no-answer', calls: 1, orders: 1 },
      { path: 'none', calls: 3, orders: 2 },
    ]);
    expect((await ask('conversion?path=none&from=2026-11-24')).totals).toEqual({
      calls: 0,
      orders: 0,
      ordersWithoutCall: 0,
    });
  });

  test('R17: of mail delivery, with the orders behind every row', async () => {
    const { rows, totals } = await ask(`mail?roundId=${round.roundId}&groupBy=caller`);
    expect(totals).toMatchObject({ orders: 3, waiting: 2, cancelled: 1, sent: 0, sentPercent: 0 });
    const ofAnn = rows.find(({ callerName }) => callerName === 'Test ann');
    expect(ofAnn).toMatchObject({ orders: 2, waiting: 1, cancelled: 1 });
    expect((await behind(ofAnn?.behind ?? ''))['orders']).toMatchObject([
      { orderId: kept.orderId, cardId: kept.cardId, mail: 'waiting', attempts: 0, callerName: 'Test ann' },
      { orderId: regretted.orderId, mail: 'cancelled' },
    ]);
    for (const { orderId, mail } of [
      { orderId: kept.orderId, mail: 'waiting' },
      { orderId: regretted.orderId, mail: 'cancelled' },
    ]) {
      expect((await lead.get(`/orders/${orderId}`)).json()).toMatchObject({ mail });
      expect((await lead.get(`/orders?roundId=${round.roundId}`)).json<{ orders: object[] }>().orders).toContainEqual(
        expect.objectContaining({ orderId, mail }),
      );
    }
    expect((await ask('mail?mail=cancelled')).totals).toMatchObject({ orders: 1, cancelled: 1 });
    const csv = await lead.get('/reports/mail.csv?groupBy=day');
    expect(csv.body).toContain('\uFEFFDag;Order;Väntar;Pågår;');
    expect(csv.body).toContain('\r\n2026-11-24;1;1;0;0;0;0;0;0;0;0;0\r\n');
  });

  test('R16: of cases by kind and age, with the cases behind every row', async () => {
    const admin = await api.as('admin');
    const cause = { ...timedCause('test', api.clock.now()), commandId: uuidv7() };
    const caseId = uuidv7();
    const data = {
      ...{ kind: 'ceased' as const, urgent: true, subject: { cardId: kept.cardId }, sourceEventId: 'e' },
      ...{ raisedBy: 'ann', raisedAt: plus(api.clock.now(), { minutes: -90 }), now: api.clock.now() },
    };
    await new DecisionRunner(api.store).run(caseDecider, caseStream(caseId), { type: 'RaiseCase', data }, cause);
    await admin.post(`/cases/${caseId}/take`);
    await api.caughtUp();
    const { rows, totals } = await ask('cases?groupBy=kind');
    expect(rows).toMatchObject([{ kind: 'ceased', raised: 1, open: 1, openUnderDay: 1, taken: 1, done: 0 }]);
    expect((await behind(rows[0]?.behind ?? ''))['cases']).toEqual([
      {
        ...{ caseId, kind: 'ceased', status: 'taken', urgent: true, cardId: kept.cardId },
        ...{ day: '2026-11-24', raisedAt: '2026-11-24T07:30:00.000Z' },
      },
    ]);
    expect((await behind('/api/reports/cases/behind?age=older'))['cases']).toEqual([]);
    const definitions = (await ask('cases')).definitions.measures.map(({ column }) => column);
    expect(definitions.sort()).toEqual(Object.keys(totals).sort());
    const csv = await lead.get('/reports/cases.csv?groupBy=kind');
    expect(csv.body).toContain('\r\nUpphört;1;1;0;1;0;0;1;0\r\n');
  });

  test('name the orders and the calls behind every row', async () => {
    const [poster] = (await ask('orders?groupBy=product')).rows;
    expect((await behind(poster?.behind ?? ''))['orders']).toMatchObject([
      {
        orderId: kept.orderId,
        cardId: kept.cardId,
        outcomeId: kept.callId,
        callerName: 'Test ann',
        status: 'standing',
      },
    ]);
    const [, tuesday] = (await ask('orders?groupBy=day')).rows;
    expect((await behind(tuesday?.behind ?? ''))['orders']).toMatchObject([{ callerName: 'Test bo' }]);
    const [second] = (await ask('conversion?groupBy=call,caller&from=2026-11-24')).rows;
    expect((await behind(second?.behind ?? ''))['outcomes']).toMatchObject([
      { outcome: 'order', path: 'no-answer', call: 2, cause: 'call', day: '2026-11-24', callerName: 'Test bo' },
    ]);
  });

  test('list what is behind page by page, each row once', async () => {
    const ids: string[] = [];
    let after = '';
    do {
      const page = (await lead.get(`/reports/conversion/behind?limit=1${after}`)).json<{
        readonly outcomes: readonly { readonly outcomeId: string }[];
        readonly next?: string;
      }>();
      ids.push(...page.outcomes.map(({ outcomeId }) => outcomeId));
      after = page.next === undefined ? '' : `&after=${page.next}`;
    } while (after !== '');
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
    expect((await lead.get('/reports/orders/behind?after=nonsense')).json()).toMatchObject({
      code: 'request.cursor-malformed',
    });
  });

  test('list the outcomes behind a figure', async () => {
    const { outcomes } = await behind(`/api/reports/outcomes?outcome=no-answer&callerId=${bo.accountId}`);
    expect(outcomes).toMatchObject([{ outcome: 'no-answer', attempt: 1, path: 'none' }]);
    expect((await behind('/api/reports/outcomes?cause=mail'))['outcomes']).toEqual([]);
  });

  test.each(['orders', 'conversion', 'mail'])('carry a definition of every number: %s', async (report) => {
    const { rows, definitions } = await ask(`${report}?groupBy=round,caller,day`);
    const grouped = ['roundId', 'roundName', 'callerId', 'callerName', 'day', 'behind'];
    const numbers = [...new Set(rows.flatMap(Object.keys))].filter((column) => !grouped.includes(column));
    expect(definitions.measures.map(({ column }) => column).sort()).toEqual(numbers.sort());
  });

  test('come as files for a spreadsheet, in the language of the client', async () => {
    const orders = await lead.get('/reports/orders.csv?groupBy=kind');
    expect(orders.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(orders.body.split('\r\n')).toEqual([
      expect.stringMatching(/^\uFEFFTyp;Tagna order;Taget värde \(öre\);/),
      'Löpande;0;0;1;240000;0;0;1;240000;1;240000;100;100',
      'Singel;3;360000;1;-120000;1;120000;1;120000;0;0;0;0',
      '',
    ]);
    const conversion = await lead.get('/reports/conversion.csv?groupBy=path');
    expect(conversion.body).toContain('\r\nInget tidigare utfall;3;2;66,67;0\r\n');
    const english = await lead.get('/reports/conversion.csv?groupBy=path', { 'accept-language': 'en' });
    expect(english.body).toContain('Path;Calls;Orders;Conversion (%);Orders without a call\r\nNo answer;1;1;100;0');
    expect(english.body).toContain('No outcome before;3;2;66.67;0');
  });

  test('are for leads, admins and auditors', async () => {
    expect((await ann.get('/reports/orders')).json()).toMatchObject({ status: 403 });
    expect((await (await api.as('auditor')).get('/reports/conversion')).statusCode).toBe(200);
  });

  test('refuse what there is not', async () => {
    const queries = [
      `orders?roundId=${uuidv7()}`,
      'orders?groupBy=path',
      'conversion?call=-1',
      'orders?kind=weekly',
      'mail?mail=lost',
      'cases?kind=lost',
    ];
    const answers = await Promise.all(queries.map((query) => lead.get(`/reports/${query}`)));
    expect(answers.map((answer) => answer.json<object>())).toMatchObject([
      { code: 'round.unknown' },
      { errors: [{ field: 'groupBy', code: 'field.choice-unknown' }] },
      { errors: [{ field: 'call' }] },
      { errors: [{ field: 'kind', code: 'field.choice-unknown' }] },
      { errors: [{ field: 'mail', code: 'field.choice-unknown' }] },
      { errors: [{ field: 'kind', code: 'field.choice-unknown' }] },
    ]);
  });
});
