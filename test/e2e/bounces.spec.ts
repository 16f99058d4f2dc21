import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { MailCommand } from '#domain/order-life/mail/thank-you-mail.commands';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { msOf, plus } from '#domain/shared/instant';
import { orderStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { messageIdOf } from '#processes/mail/message-id';
import { timedCause } from '#processes/shared/timed-cause';
import { signatureOf } from '#processes/webhooks/signature';
import { projections } from '#read-models/projections';
import { noted, ofType } from '../../apps/projector/src/reactors/testing/noted.js';
import { takeOrder } from '../support/calling.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../support/test-app.js';
import type { Headers, SignedInClient } from '../support/test-client.js';
import { startReactors } from '../support/test-reactors.js';
import { TestRound } from '../support/test-round.js';

const SECRET = 'a secret that both sides know';
const FROM = 'order@reklamhuset.example';

describe('R17: the bounce of a thank-you mail', () => {
  let api: TestApp;
  let admin: SignedInClient;
  let orderId: string;
  let attemptId: string;
  let messageId: string;
  let stopReactors: () => Promise<void>;

  beforeEach(async () => {
    api = await startTestApp({ projections, environment: { BOUNCE_SECRET: SECRET } });
    const round = await TestRound.open(api);
    admin = await api.as('admin');
    stopReactors = startReactors(api);
    ({ orderId } = await takeOrder(await api.as('caller', 'ann'), round));
    attemptId = await mailSent();
    messageId = messageIdOf({ orderId, attemptId }, FROM);
  });

  afterEach(async () => {
    await stopReactors();
    await api.close();
  });

  async function mailSent(): Promise<string> {
    await noted(api.store, ofType('OrderRegistered'), 1);
    const [attempt, now] = [uuidv7(), plus(MONDAY_MORNING, { minutes: 10 })];
    const commands: readonly MailCommand[] = [
      { type: 'StartMail', data: { attemptId: attempt, now } },
      { type: 'RecordMailSent', data: { attemptId: attempt, now } },
    ];
    for (const command of commands) {
      const cause = { ...timedCause('test', now), commandId: uuidv7() };
      await new DecisionRunner(api.store).run(orderDecider, orderStream(orderId), command, cause);
    }
    return attempt;
  }

  const seconds = (): number => Math.floor(msOf(api.clock.now()) / 1000);
  const signed = (body: string, secret = SECRET, at = seconds()): Headers => ({
    'aterkom-signature': signatureOf(body, secret, at),
  });
  const send = (body: string, headers: Headers) =>
    api.app.inject({
      method: 'POST',
      url: '/api/bounces',
      headers: { 'content-type': 'application/json', ...headers },
      payload: body,
    });
  const report = (changes: object = {}): string =>
    JSON.stringify({ messageId, action: 'failed', status: '5.1.1', ...changes });
  const told = async (body: string): Promise<object> => (await send(body, signed(body))).json<object>();

  test('becomes one case, however often it is told, and the mail goes again on an admin’s word', async () => {
    expect(await told(report())).toEqual({ verdict: 'recorded' });
    expect(await told(report())).toEqual({ verdict: 'already-recorded' });
    expect(await told(report({ status: '4.2.2' }))).toEqual({ verdict: 'already-recorded' });
    await noted(api.store, ofType('CaseRaised'), 2);
    await api.caughtUp();
    const { cases } = (await admin.get('/cases?kind=mail-failed')).json<{ cases: { caseId: string }[] }>();
    expect(cases).toMatchObject([
      { orderId, urgent: false, bounce: { kind: 'hard', status: '5.1.1' }, raisedBy: 'service:mail-provider' },
    ]);
    expect((await admin.get('/orders?mail=failed')).json()).toMatchObject({ orders: [{ orderId, mail: 'bounced' }] });
    expect((await admin.get('/reports/mail')).json()).toMatchObject({ totals: { orders: 1, bounced: 1, sent: 0 } });
    expect((await admin.get('/exports/cases.csv')).body).toMatch(/;hard-bounce;5\.1\.1\r\n/);
    const resolution = { effect: 'mail-asked-again', comment: 'en ny adress' };
    expect((await admin.post(`/cases/${cases[0]?.caseId}/resolve`, resolution)).statusCode).toBe(200);
    expect((await admin.get(`/orders/${orderId}`)).json()).toMatchObject({ mail: 'waiting' });
    expect(await told(report())).toEqual({ verdict: 'already-recorded' });
  });

  test('of a mail that is not ours, or that may still arrive, is told in the answer and changes nothing', async () => {
    const other = messageIdOf({ orderId, attemptId: uuidv7() }, FROM);
    for (const unknown of [other, messageIdOf({ orderId: uuidv7(), attemptId }, FROM), 'nonsense', '<>'])
      expect(await told(report({ messageId: unknown }))).toEqual({ verdict: 'unknown-message' });
    expect(await told(report({ action: 'delayed', status: '4.4.1' }))).toEqual({ verdict: 'not-failed' });
    expect((await admin.get(`/orders/${orderId}`)).json()).toMatchObject({ mail: 'sent' });
  });

  test('is taken from nobody who does not know the secret', async () => {
    const [body, late] = [report(), seconds() - 301];
    const attempts: readonly [string, Headers][] = [
      [body, {}],
      [body, { 'aterkom-signature': 'v1=nonsense' }],
      [body, signed(body, 'another secret than ours')],
      [body, signed(body, SECRET, late)],
      [body, signed(body, SECRET, seconds() + 301)],
      [body, signed(report({ status: '5.0.0' }))],
      [`${body} `, signed(body)],
      ['', signed(body)],
      [body, { authorization: `Bearer ${admin.token}` }],
    ];
    for (const [payload, headers] of attempts)
      expect((await send(payload, headers)).json()).toMatchObject({ status: 403, code: 'bounce.signature-refused' });
    expect((await send(body, signed(body, SECRET, seconds() - 299))).statusCode).toBe(200);
  });

  test('is refused where it is too large or has the wrong shape, though it is signed', async () => {
    const large = report({ messageId: 'x'.repeat(16_384) });
    expect(await told(large)).toMatchObject({ status: 413, code: 'bounce.too-large' });
    expect(await told(report({ action: 'vanished', status: 'anna@skolan.example' }))).toMatchObject({
      status: 422,
      errors: [{ field: 'action' }, { field: 'status' }],
    });
    expect(await told('{')).toMatchObject({ status: 400 });
  });
});

test('R17: no bounce is taken where no secret is set', async () => {
  const api = await startTestApp();
  expect((await api.nobody.post('/bounces', {})).json()).toMatchObject({ status: 404, code: 'bounce.switched-off' });
  await api.close();
});
