import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { MailCommand } from '#domain/order-life/mail/thank-you-mail.commands';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { plus } from '#domain/shared/instant';
import { orderStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { timedCause } from '#processes/shared/timed-cause';
import { projections } from '#read-models/projections';
import { ORDER_FORM, ringNewCard, takeOrder, type TakenOrder } from '../support/calling.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';
import { TestRound } from '../support/test-round.js';

describe('an order after the call', () => {
  let api: TestApp;
  let round: TestRound;
  let ann: SignedInClient;
  let admin: SignedInClient;
  let order: TakenOrder;

  beforeEach(async () => {
    api = await startTestApp({ projections });
    round = await TestRound.open(api);
    [ann, admin] = [await api.as('caller', 'ann'), await api.as('admin')];
    order = await takeOrder(ann, round);
  });

  afterEach(() => api.close());

  const path = (rest = '') => `/orders/${order.orderId}${rest}`;
  const cardStatus = async () => {
    const { rounds } = (await ann.get(`/cards/${order.cardId}`)).json<{ rounds: { state: { status: string } }[] }>();
    return rounds[0]?.state.status;
  };

  test('R12: has the whole form, its VAT, the read-back and its history', async () => {
    const shown = (await ann.get(path())).json<{ history: { type: string }[] }>();
    expect(shown).toMatchObject({
      orderId: order.orderId,
      status: 'standing',
      legalName: 'Lärande i Huddinge AB',
      totalOre: 120_000,
      totalVatOre: 30_000,
      regretUntil: plus(MONDAY_MORNING, { minutes: 10 }),
      form: { companyNumber: '5560360793', rows: [{ vatPercent: 25, vatOre: 30_000 }] },
      language: 'sv',
      mail: 'waiting',
      isInvoiceHeld: false,
    });
    expect(shown.history.map(({ type }) => type)).toEqual(['OrderRegistered']);
  });

  test('is changed by its caller inside the regret window, as a whole form', async () => {
    const changed = await ann.put(path('/form'), { form: { ...ORDER_FORM, termsDays: 10 }, reason: 'rang back' });
    expect(changed.json()).toMatchObject({ form: { termsDays: 10 }, totalOre: 120_000 });
    const wrong = await ann.put(path('/form'), { form: { ...ORDER_FORM, rows: [], termsDays: 20 }, reason: 'x' });
    expect(wrong.json()).toMatchObject({
      code: 'order.form-refused',
      errors: [{ field: 'termsDays' }, { field: 'rows' }],
    });
    const odd = { ...ORDER_FORM, legalName: 'lärande ab' };
    const unconfirmed = await ann.put(path('/form'), { form: odd, reason: 'x' });
    expect(unconfirmed.json()).toMatchObject({ code: 'order.needs-confirmation' });
    const bo = await api.as('caller', 'bo');
    expect((await bo.put(path('/form'), { form: ORDER_FORM, reason: 'x' })).json()).toMatchObject({
      code: 'order.of-another-caller',
    });
  });

  test('is for an admin once the regret window is over', async () => {
    api.clock.moveTo(plus(MONDAY_MORNING, { minutes: 10 }));
    const change = { form: { ...ORDER_FORM, termsDays: 10 }, reason: 'rang back' };
    expect((await ann.put(path('/form'), change)).json()).toMatchObject({
      status: 409,
      code: 'order.regret-window-over',
    });
    expect((await ann.post(path('/cancellation'), { reason: 'x' })).json()).toMatchObject({
      code: 'order.regret-window-over',
    });
    expect((await admin.put(path('/form'), change)).json()).toMatchObject({ form: { termsDays: 10 } });
  });

  test('R8: that is cancelled closes its card for the round', async () => {
    expect(await cardStatus()).toBe('ordered');
    const cancelled = await ann.post(path('/cancellation'), { reason: 'regretted' });
    expect(cancelled.json()).toMatchObject({ status: 'cancelled', cancelledAt: MONDAY_MORNING });
    expect(await cardStatus()).toBe('closed-round');
    expect((await admin.post(path('/cancellation'), { reason: 'again' })).statusCode).toBe(200);
    expect((await admin.put(path('/form'), { form: ORDER_FORM, reason: 'x' })).json()).toMatchObject({
      code: 'order.cancelled',
    });
  });

  test('R21: goes with the outcome that took it', async () => {
    const correction = {
      reason: 'wrong button',
      ending: 'answered',
      spokeWith: 'decision-maker',
      outcome: { code: 'declined', reason: 'said-no' },
    };
    const corrected = await ann.post(`/cards/${order.cardId}/outcomes/${order.callId}/correction`, correction);
    expect(corrected.statusCode).toBe(201);
    const shown = (await admin.get(path())).json<{ history: { data: object }[] }>();
    expect(shown).toMatchObject({ status: 'cancelled' });
    expect(shown.history.at(-1)).toMatchObject({ data: { cause: 'outcome-corrected' } });
  });

  test('R21: that takes the place of another is not taken for a second one', async () => {
    const correction = {
      reason: 'wrong terms',
      ending: 'answered',
      spokeWith: 'decision-maker',
      outcome: { code: 'order', form: { ...ORDER_FORM, termsDays: 10 } },
    };
    const corrected = await ann.post(`/cards/${order.cardId}/outcomes/${order.callId}/correction`, correction);
    expect(corrected.statusCode).toBe(201);
    const { orderId } = corrected.json<{ order: { orderId: string } }>().order;
    expect((await ann.get(`/orders/${orderId}`)).json()).toMatchObject({ form: { termsDays: 10 } });
  });

  test('R10: is read aloud before the customer says yes, with what is to be confirmed, and recorded nowhere', async () => {
    const { cardId } = await ringNewCard(ann, round);
    const { roundId } = round;
    const preview = (form: object) =>
      ann.post(`/cards/${cardId}/order-preview`, { roundId, form: { ...ORDER_FORM, ...form } });
    const previewed = await preview({ contactFirstName: 'anna' });
    expect(previewed.json()).toMatchObject({
      readBack: expect.stringContaining('Kontaktperson: anna Öberg'),
      totalOre: 120_000,
      totalVatOre: 30_000,
      warnings: [
        {
          code: 'order.name-in-lower-case',
          field: 'contactFirstName',
          message: 'Namnet står med små bokstäver; bekräfta om det ska vara så.',
        },
      ],
    });
    expect((await preview({ legalName: '', rows: [] })).json()).toMatchObject({
      code: 'order.form-refused',
      errors: [
        { field: 'legalName', message: 'Företagets namn saknas.' },
        { field: 'rows', message: 'Ordern har inga rader.' },
      ],
    });
    const elsewhere = await ann.post(`/cards/${cardId}/order-preview`, { roundId: uuidv7(), form: ORDER_FORM });
    expect(elsewhere.json()).toMatchObject({ code: 'card.not-in-round' });
    expect((await ann.get(`/cards/${cardId}`)).json()).not.toMatchObject({ history: [{ type: 'OrderTaken' }] });
  });

  test("of another caller is not a caller's to see", async () => {
    const bo = await api.as('caller', 'bo');
    expect((await bo.get(path())).json()).toMatchObject({ status: 403, code: 'order.of-another-caller' });
    await admin.post(path('/cancellation'), { reason: 'regretted' });
    expect((await bo.post(path('/cancellation'), { reason: 'x' })).statusCode).toBe(403);
  });

  test('of a caller are picked by any filters, page by page', async () => {
    const later = await takeOrder(ann, round);
    await ann.post(path('/cancellation'), { reason: 'regretted' });
    await api.caughtUp();
    const listed = async (query: string) =>
      (await ann.get(`/orders?${query}`)).json<{ orders: { orderId: string }[]; next?: string }>();
    const ids = async (query: string) => (await listed(query)).orders.map(({ orderId }) => orderId);
    expect(await ids(`cardId=${order.cardId}&roundId=${round.roundId}`)).toEqual([order.orderId]);
    expect(await ids('status=standing&mail=due')).toEqual([later.orderId]);
    expect(await ids('status=standing&mail=failed')).toEqual([]);
    const { orders, next } = await listed('limit=1');
    const [second] = await ids(`limit=1&after=${next ?? ''}`);
    expect([...orders.map(({ orderId }) => orderId), second].sort()).toEqual([order.orderId, later.orderId].sort());
    expect(await listed(`limit=2`)).not.toHaveProperty('next');
  });

  test('is listed and found, and a caller sees their own', async () => {
    const bo = await api.as('caller', 'bo');
    const other = await takeOrder(bo, round, { legalName: 'Skolan Två AB' });
    await api.caughtUp();
    const ids = async (client: SignedInClient, query: string) =>
      (await client.get(`/orders?${query}`)).json<{ orders: { orderId: string }[] }>().orders.map((one) => one.orderId);
    expect((await ids(admin, 'status=standing')).sort()).toEqual([order.orderId, other.orderId].sort());
    expect(await ids(admin, `cardId=${order.cardId}`)).toEqual([order.orderId]);
    expect(await ids(ann, '')).toEqual([order.orderId]);
    expect((await admin.get(`/orders?status=standing&cardId=${order.cardId}`)).json()).toMatchObject({
      status: 422,
      code: 'orders.need-one-filter',
    });
    const found = async (search: object) =>
      (await admin.post('/orders/search', search)).json<{ orders: { orderId: string }[] }>().orders;
    expect(await found({ name: 'skolan t' })).toMatchObject([{ orderId: other.orderId }]);
    expect(await found({ companyNumber: '556036-0793' })).toHaveLength(2);
    expect((await admin.post('/orders/search', {})).json()).toMatchObject({ code: 'search.needs-one-term' });
    const csv = await admin.get('/exports/orders.csv');
    expect(csv.body).toContain('Skolan Två AB');
  });

  test('R17: is listed by where its mail stands, the longest waiting first', async () => {
    const [other, third] = [await takeOrder(ann, round), await takeOrder(ann, round)];
    const runner = new DecisionRunner(api.store);
    const tell = async (orderId: string, ...commands: readonly MailCommand[]): Promise<void> => {
      for (const command of commands) {
        const cause = { ...timedCause('test', command.data.now), commandId: uuidv7() };
        await runner.run(orderDecider, orderStream(orderId), command, cause);
      }
    };
    const listed = async (query: string) =>
      (await admin.get(`/orders?${query}`)).json<{ orders: { orderId: string; mail: string }[] }>().orders;
    const now = plus(MONDAY_MORNING, { minutes: 10 });
    const start = (attemptId: string): MailCommand => ({ type: 'StartMail', data: { attemptId, now } });
    await tell(order.orderId, start('a1'));
    await tell(third.orderId, start('a3'), {
      type: 'RecordMailOutcomeUnknown',
      data: { attemptId: 'a3', reason: 'no-answer', now: plus(now, { minutes: 1 }) },
    });
    await api.caughtUp();
    expect(await listed('mail=due')).toMatchObject([{ orderId: other.orderId, mail: 'waiting' }]);
    expect(await listed('mail=started')).toMatchObject([{ orderId: order.orderId, mail: 'started' }]);
    expect(await listed('mail=failed')).toMatchObject([{ orderId: third.orderId, mail: 'unknown' }]);
    await tell(order.orderId, { type: 'RecordMailRefused', data: { attemptId: 'a1', permanent: true, now } });
    await api.caughtUp();
    expect(await listed('mail=failed')).toMatchObject([{ mail: 'failed' }, { mail: 'unknown' }]);
    const { next } = (await admin.get('/orders?mail=failed&limit=1')).json<{ next: string }>();
    expect(await listed(`mail=failed&limit=1&after=${next}`)).toMatchObject([{ orderId: third.orderId }]);
    expect((await admin.get('/orders?mail=lost')).json()).toMatchObject({
      errors: [{ field: 'mail', code: 'field.choice-unknown' }],
    });
    expect((await admin.get('/orders?mail=failed&status=standing')).json()).toMatchObject({
      code: 'orders.need-one-filter',
    });
  });

  test('that nobody took is unknown', async () => {
    expect((await admin.get(`/orders/${uuidv7()}`)).json()).toMatchObject({ status: 404, code: 'order.unknown' });
    const refused = await admin.post(`/orders/${uuidv7()}/cancellation`, { reason: 'x' });
    expect(refused.json()).toMatchObject({ status: 404, code: 'order.unknown' });
    expect((await admin.post(path('/company-number/acceptance'), { reason: 'x' })).json()).toMatchObject({
      code: 'order.company-number-not-in-doubt',
    });
    expect((await admin.post(path('/thank-you-mail'), { reason: 'x' })).json()).toMatchObject({
      status: 409,
      code: 'mail.not-failed',
      mailStatus: 'waiting',
    });
  });
});
