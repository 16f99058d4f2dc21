import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { OrderCommand } from '#domain/order-life/order-life.commands';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { plus } from '#domain/shared/instant';
import { orderStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { timedCause } from '#processes/shared/timed-cause';
import { startHook } from '#processes/webhooks/testing/hook';
import { projections } from '#read-models/projections';
import { noted, ofType } from '../../apps/projector/src/reactors/testing/noted.js';
import { ORDER_FORM, ringNewCard, takeOrder } from '../support/calling.js';
import { openEventStream } from '../support/event-stream.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';
import { startReactors } from '../support/test-reactors.js';
import { TestRound } from '../support/test-round.js';

interface Shown {
  readonly caseId: string;
  readonly kind: string;
  readonly status: string;
  readonly cardId: string;
  readonly effects: readonly string[];
}

const REACHED = { ending: 'answered', spokeWith: 'decision-maker' };

describe('the admin inbox', () => {
  let api: TestApp;
  let round: TestRound;
  let ann: SignedInClient;
  let admin: SignedInClient;
  let stopReactors: () => Promise<void>;

  beforeEach(async () => {
    api = await startTestApp({ projections, environment: { SESSION_HOURS: '8784' } });
    round = await TestRound.open(api);
    [ann, admin] = [await api.as('caller', 'ann'), await api.as('admin')];
    stopReactors = startReactors(api);
  });

  afterEach(async () => {
    await stopReactors();
    await api.close();
  });

  const mark = async (outcome: object): Promise<string> => {
    const { cardId, callId } = await ringNewCard(ann, round);
    const saved = await ann.post(`/cards/${cardId}/outcomes`, { roundId: round.roundId, callId, ...REACHED, outcome });
    expect(saved.statusCode).toBe(201);
    return cardId;
  };
  /** What a service finds out about an order. */
  const askOrder = async (orderId: string, command: OrderCommand): Promise<void> => {
    const cause = { ...timedCause('test', api.clock.now()), commandId: uuidv7() };
    await new DecisionRunner(api.store).run(orderDecider, orderStream(orderId), command, cause);
  };
  /** The inbox once so many cases have been raised. */
  const inbox = async (raised: number, query = ''): Promise<readonly Shown[]> => {
    await noted(api.store, ofType('CaseRaised'), raised);
    await api.caughtUp();
    return (await admin.get(`/cases${query}`)).json<{ cases: readonly Shown[] }>().cases;
  };
  const only = async (raised = 1): Promise<Shown> => {
    const [shown] = await inbox(raised);
    if (!shown) throw new Error('there is no case');
    return shown;
  };

  test('R7: shows an urgent case first, with the number and the customer number', async () => {
    await takeOrder(ann, round, { invoice: { kind: 'e-mail', email: 'faktura@skolan.example' } });
    await mark({ code: 'no-more-calls', irritated: true, existingCustomerNumber: 'K-1042' });
    const shown = await inbox(2);
    expect(shown).toMatchObject([
      {
        kind: 'no-more-calls',
        urgent: true,
        irritated: true,
        existingCustomerNumber: 'K-1042',
        number: expect.stringMatching(/^\+46/),
        raisedByName: 'Test ann',
        status: 'new',
        workplaceName: expect.any(String),
      },
      { kind: 'invoice-by-mail', urgent: false },
    ]);
    const { counts } = (await admin.get('/cases/counts')).json<{ counts: object[] }>();
    expect(counts).toEqual(
      expect.arrayContaining([
        { kind: 'no-more-calls', status: 'new', count: 1 },
        { kind: 'invoice-by-mail', status: 'new', count: 1 },
      ]),
    );
  });

  test('R16: a note that is sent to admin makes exactly one case, however often it is sent', async () => {
    const cardId = await round.card();
    const key = { 'idempotency-key': uuidv7() };
    const note = { text: 'Diplomet till Åsa', sendToAdmin: 'diploma-address' };
    for (let time = 0; time < 3; time += 1) await ann.post(`/cards/${cardId}/notes`, note, key);
    await ann.post(`/cards/${cardId}/notes`, { text: 'bara för oss' });
    await ann.post(`/cards/${cardId}/notes`, { text: 'till er', sendToAdmin: 'other' });
    const blank = await ann.post(`/cards/${cardId}/notes`, { text: ' ', sendToAdmin: 'other' });
    expect(blank.json()).toMatchObject({ status: 409, code: 'note.missing', field: 'text' });
    expect((await inbox(2)).map(({ kind }) => kind).sort()).toEqual(['diploma-address', 'other']);
    expect(await inbox(2, `?cardId=${cardId}`)).toHaveLength(2);
  });

  test('R14, R15, R16: an order asks for what its form says, once, and its note goes with it', async () => {
    const form = {
      note: 'Ring innan ni skickar',
      directedPurchase: { recipientKind: 'school', recipient: 'Ekskolan' },
      diplomaAddress: { street: 'Storgatan 1', postcode: '111 22', city: 'Stockholm' },
    };
    const { cardId, callId } = await ringNewCard(ann, round);
    const outcome = { code: 'order', form: { ...ORDER_FORM, ...form }, sendToAdmin: 'other' };
    const body = { roundId: round.roundId, callId, ...REACHED, outcome };
    expect((await ann.post(`/cards/${cardId}/outcomes`, body)).statusCode).toBe(201);
    const shown = await inbox(4);
    expect(shown.map(({ kind }) => kind).sort()).toEqual([
      'diploma-address',
      'directed-purchase',
      'invoice-by-mail',
      'other',
    ]);
    const inRound = { roundId: round.roundId, campaignId: expect.any(String) };
    for (const one of shown) expect(one).toMatchObject({ cardId, orderId: expect.any(String), ...inRound });
    const noteless = { ...outcome, form: ORDER_FORM };
    const other = await ringNewCard(ann, round);
    const refused = await ann.post(`/cards/${other.cardId}/outcomes`, {
      ...body,
      callId: other.callId,
      outcome: noteless,
    });
    expect(refused.json()).toMatchObject({ code: 'note.missing' });
  });

  test('is worked on by one at a time; several are taken at once', async () => {
    for (let n = 0; n < 3; n += 1) await mark({ code: 'ceased' });
    const caseIds = (await inbox(3)).map(({ caseId }) => caseId);
    const bo = await api.as('admin', 'bo');
    expect((await bo.post(`/cases/${caseIds[0]}/take`)).json()).toMatchObject({
      status: 'taken',
      ownerName: 'Test bo',
    });
    const both = await admin.post('/cases/take', { caseIds: [...caseIds, uuidv7()] });
    expect(both.json()).toMatchObject({
      taken: [caseIds[1], caseIds[2]],
      notTaken: [{ code: 'case.taken-by-another' }, { code: 'case.unknown' }],
    });
    expect((await admin.post(`/cases/${caseIds[0]}/take`)).json()).toMatchObject({
      status: 409,
      code: 'case.taken-by-another',
    });
    await api.caughtUp();
    expect(await inbox(3, '?mine=true')).toHaveLength(2);
    expect(await inbox(3, '?status=taken')).toHaveLength(3);
    expect((await admin.post(`/cases/${caseIds[0]}/put-back`)).json()).toMatchObject({ status: 'new' });
    expect((await admin.get('/cases?status=new&kind=ceased')).json()).toMatchObject({ code: 'cases.need-one-filter' });
  });

  test('lifts a freeze when it is resolved so, and tells who did what', async () => {
    const cardId = await mark({ code: 'recently-called', irritated: true });
    const { caseId } = await only();
    const status = async () =>
      (await ann.get(`/cards/${cardId}`)).json<{ rounds: { state: { status: string } }[] }>().rounds[0]?.state.status;
    expect(await status()).toBe('needs-care');
    const key = { 'idempotency-key': uuidv7() };
    const resolution = { effect: 'card-cured', comment: 'ringde upp och bad om ursäkt' };
    const resolved = await admin.post(`/cases/${caseId}/resolve`, resolution, key);
    expect(resolved.json()).toMatchObject({
      status: 'done',
      resolution: { ...resolution, resolvedByName: 'Administrator' },
    });
    expect((await admin.post(`/cases/${caseId}/resolve`, resolution, key)).json()).toMatchObject({ status: 'done' });
    expect((await admin.post(`/cases/${caseId}/resolve`, resolution)).json()).toMatchObject({ code: 'case.done' });
    expect(await status()).not.toBe('needs-care');
    const { history } = (await admin.get(`/cases/${caseId}`)).json<{ history: { type: string; by: object }[] }>();
    expect(history).toMatchObject([{ type: 'CaseRaised' }, { type: 'CaseResolved', by: { role: 'admin' } }]);
    await api.caughtUp();
    expect(await inbox(1)).toEqual([]);
    expect(await inbox(1, '?status=done')).toMatchObject([{ caseId, effects: [] }]);
  });

  test('R6: offers nothing that cannot happen to a silenced card without a company', async () => {
    await mark({ code: 'no-more-calls', irritated: false });
    const { caseId, effects } = await only();
    expect(effects).toEqual(['number-added', 'workplace-blocked', 'other']);
    for (const effect of ['company-blocked', 'card-cured']) {
      const refused = await admin.post(`/cases/${caseId}/resolve`, { effect, comment: 'talade med dem' });
      expect(refused.json()).toMatchObject({ status: 409, code: 'case.effect-does-not-fit' });
    }
  });

  test('is not resolved by a cure that would change nothing', async () => {
    const cardId = await round.card();
    await ann.post(`/cards/${cardId}/notes`, { text: 'ring inte', sendToAdmin: 'other' });
    const { caseId } = await only();
    const refused = await admin.post(`/cases/${caseId}/resolve`, { effect: 'card-cured', comment: 'klart' });
    expect(refused.json()).toMatchObject({ status: 409, code: 'card.needs-no-care' });
    expect((await admin.get(`/cases/${caseId}`)).json()).toMatchObject({ status: 'new' });
  });

  test('adds the number that was found', async () => {
    const cardId = await mark({ code: 'unauthorised-contact', searchedTheWeb: true });
    const { caseId } = await only();
    const found = { effect: 'number-added', comment: 'stod på webbplatsen' };
    expect((await admin.post(`/cases/${caseId}/resolve`, found)).json()).toMatchObject({ code: 'case.phone-missing' });
    const bad = await admin.post(`/cases/${caseId}/resolve`, { ...found, phone: '112' });
    expect(bad.statusCode).toBeGreaterThanOrEqual(400);
    expect((await admin.get(`/cases/${caseId}`)).json()).toMatchObject({ status: 'new' });
    const added = await admin.post(`/cases/${caseId}/resolve`, { ...found, phone: '08-123 456 79' });
    expect(added.json()).toMatchObject({ status: 'done' });
    const { numbers } = (await ann.get(`/cards/${cardId}`)).json<{ numbers: { e164: string }[] }>();
    expect(numbers.map(({ e164 }) => e164)).toContain('+46812345679');
  });

  test('refuses an effect that does not fit, and a resolution without words', async () => {
    await mark({ code: 'recently-called', irritated: false });
    const { caseId, effects } = await only();
    expect(effects).not.toContain('mail-asked-again');
    const resolve = (body: object) => admin.post(`/cases/${caseId}/resolve`, body);
    expect((await resolve({ effect: 'mail-asked-again', comment: 'x' })).json()).toMatchObject({
      code: 'case.effect-does-not-fit',
    });
    expect((await resolve({ effect: 'other', comment: ' ' })).json()).toMatchObject({ code: 'case.comment-missing' });
    expect((await resolve({ effect: 'magic', comment: 'x' })).statusCode).toBe(422);
    expect((await ann.get('/cases')).statusCode).toBe(403);
    expect((await (await api.as('lead')).post(`/cases/${caseId}/take`)).statusCode).toBe(403);
    expect((await admin.get(`/cases/${uuidv7()}`)).json()).toMatchObject({ status: 404, code: 'case.unknown' });
  });

  test('R15, R16, R18: loses what was settled elsewhere, and keeps what an admin resolves with their own words', async () => {
    const { orderId } = await takeOrder(ann, round, { invoice: { kind: 'e-invoice' } });
    const check = (registeredName: string) => {
      const now = api.clock.now();
      const said = { companyNumber: '5560360793', legalName: ORDER_FORM.legalName, registry: 'csv', registeredName };
      return askOrder(orderId, { type: 'RecordCompanyCheck', data: { ...said, result: 'mismatch', now } });
    };
    await noted(api.store, ofType('OrderRegistered'));
    await check('Another AB');
    await check('A third AB');
    const [first] = await inbox(3, '?kind=company-number');
    const words = { effect: 'company-number-accepted', comment: 'ringde registret' };
    const own = await admin.post(`/cases/${first?.caseId}/resolve`, words);
    expect(own.json()).toMatchObject({ status: 'done', resolution: words });
    await noted(api.store, ofType('CaseResolved'), 2);
    const invoice = { kind: 'e-invoice', peppolId: '0007:5560360793' };
    const change = { form: { ...ORDER_FORM, invoice }, reason: 'de ringde' };
    expect((await admin.put(`/orders/${orderId}/form`, change)).statusCode).toBe(200);
    await noted(api.store, ofType('CaseResolved'), 3);
    await api.caughtUp();
    expect(await inbox(3)).toEqual([]);
    const done = await inbox(3, '?status=done');
    const by = (type: string) => ({ effect: 'settled-elsewhere', resolvedBy: 'service:cases', settledBy: { type } });
    expect(done.filter(({ kind }) => kind === 'e-invoice-address')).toMatchObject([{ resolution: by('OrderChanged') }]);
    expect(done.filter(({ kind }) => kind === 'company-number')).toHaveLength(2);
    expect(done.filter(({ caseId }) => caseId === first?.caseId)).toMatchObject([{ resolution: words }]);
  });

  test('R16: loses what a cancelled order had asked for, but not what somebody has begun with', async () => {
    const [regretted, begun] = [await takeOrder(ann, round), await takeOrder(ann, round)];
    const shown = (await inbox(2)) as readonly (Shown & { readonly orderId: string })[];
    const taken = shown.find(({ orderId }) => orderId === begun.orderId);
    await admin.post(`/cases/${taken?.caseId}/take`);
    for (const { orderId } of [begun, regretted])
      expect((await ann.post(`/orders/${orderId}/cancellation`, { reason: 'de ångrade sig' })).statusCode).toBe(200);
    await noted(api.store, ofType('CaseResolved'));
    await api.caughtUp();
    expect(await inbox(2)).toMatchObject([{ caseId: taken?.caseId, status: 'taken' }]);
  });

  test('R17: tells a mail that was refused from one that may have arrived, on the screen and in the file', async () => {
    const now = plus(MONDAY_MORNING, { minutes: 10 });
    const invoice = { kind: 'post', address: { street: 'Storgatan 1', postcode: '111 22', city: 'Stockholm' } };
    const orderIds = [await takeOrder(ann, round, { invoice }), await takeOrder(ann, round, { invoice })];
    await noted(api.store, ofType('OrderRegistered'), 2);
    const [refused = '', unknown = ''] = orderIds.map(({ orderId }) => orderId);
    for (const orderId of [refused, unknown])
      await askOrder(orderId, { type: 'StartMail', data: { attemptId: orderId, now } });
    const refusal = { attemptId: refused, permanent: true, replyCode: 550, now };
    await askOrder(refused, { type: 'RecordMailRefused', data: refusal });
    const lost = { attemptId: unknown, reason: 'no-answer', now } as const;
    await askOrder(unknown, { type: 'RecordMailOutcomeUnknown', data: lost });
    expect(await inbox(2, `?orderId=${refused}`)).toMatchObject([{ mailFailure: { kind: 'refused', replyCode: 550 } }]);
    expect(await inbox(2, `?orderId=${unknown}`)).toMatchObject([{ mailFailure: { kind: 'unknown' } }]);
    const lines = (await admin.get('/exports/cases.csv')).body.split('\r\n');
    expect(lines[0]).toMatch(/;Mejlfel;Svarskod$/);
    expect(lines.filter((line) => line.includes(refused))).toEqual([expect.stringMatching(/;refused;550$/)]);
    expect(lines.filter((line) => line.includes(unknown))).toEqual([expect.stringMatching(/;unknown;$/)]);
  });

  test('R7: is seen live, and alarms when an urgent case is untouched for one working hour', async () => {
    const stream = await openEventStream(api, admin, '/cases/live');
    expect(await stream.next()).toMatchObject({ cases: [], counts: [] });
    await mark({ code: 'ceased' });
    let seen: unknown;
    do seen = await stream.next();
    while ((seen as { cases: unknown[] }).cases.length === 0);
    expect(seen).toMatchObject({ cases: [{ kind: 'ceased', alarmAt: plus(MONDAY_MORNING, { hours: 1 }) }] });
    stream.leave();
    await stopReactors();
    api.clock.moveTo(plus(MONDAY_MORNING, { hours: 1 }));
    await api.caughtUp();
    stopReactors = startReactors(api);
    await noted(api.store, ofType('CaseAlarmed'));
    await api.caughtUp();
    expect(await inbox(1)).toMatchObject([{ alarmedAt: plus(MONDAY_MORNING, { hours: 1 }) }]);
  });

  test('R7: is told to a webhook, and shows what it was told', async () => {
    const hook = await startHook();
    await stopReactors();
    stopReactors = startReactors(api, { webhook: { url: hook.url, secret: 'a secret of the two of us' } });
    await mark({ code: 'recently-called', irritated: true });
    await noted(api.store, ofType('WebhookDelivered'));
    await api.caughtUp();
    const { caseId } = await only();
    expect(JSON.parse(hook.told[0]?.body ?? '{}')).toMatchObject({ message: 'case.raised', caseId, urgent: true });
    expect((await admin.get('/webhook-deliveries')).json()).toMatchObject({
      deliveries: [{ caseId, message: 'case.raised', status: 'delivered', httpStatus: 204 }],
    });
    await hook.close();
  });

  test('is searched by workplace, and exported', async () => {
    const cardId = await round.card({ name: 'Åsas Bageri' });
    await ann.post(`/cards/${cardId}/notes`, { text: 'till er', sendToAdmin: 'other' });
    await inbox(1);
    const found = await admin.post('/cases/search', { name: 'åsas' });
    expect(found.json()).toMatchObject({ cases: [{ cardId, workplaceName: 'Åsas Bageri' }] });
    await takeOrder(ann, round);
    await inbox(2);
    for (const companyNumber of [ORDER_FORM.companyNumber, '5560360793'])
      expect((await admin.post('/cases/search', { companyNumber })).json()).toMatchObject({
        cases: [{ kind: 'invoice-by-mail' }],
      });
    expect((await admin.post('/cases/search', { companyNumber: '556016-0680' })).json()).toEqual({ cases: [] });
    const csv = (await admin.get('/exports/cases.csv')).body;
    expect(csv).toContain(cardId);
    expect(csv).not.toContain('till er');
  });
});
