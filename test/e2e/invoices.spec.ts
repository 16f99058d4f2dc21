import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { plus } from '#domain/shared/instant';
import { invoiceSeriesDecider } from '#domain/invoicing/invoice-series.decider';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { invoiceSeriesStream, orderStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { projections } from '#read-models/projections';
import { ORDER_FORM, takeOrder } from '../support/calling.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';
import { startReactors } from '../support/test-reactors.js';
import { TestRound } from '../support/test-round.js';

const DAY = MONDAY_MORNING.slice(0, 10);
const NEXT_DAY = '2026-11-24';
const SELLER = {
  SELLER_NAME: 'Byrån AB',
  SELLER_COMPANY_NUMBER: '556016-0680',
  SELLER_STREET: 'Storgatan 1',
  SELLER_POSTCODE: '114 51',
  SELLER_CITY: 'Stockholm',
  SELLER_BANKGIRO: '5050-1055',
  SESSION_HOURS: '48',
};

describe('invoices', () => {
  let api: TestApp;
  let round: TestRound;
  let ann: SignedInClient;
  let admin: SignedInClient;

  const start = async (environment = {}) => {
    api = await startTestApp({ projections, environment });
    round = await TestRound.open(api);
    [ann, admin] = [await api.as('caller', 'ann'), await api.as('admin')];
  };

  beforeEach(() => start(SELLER));
  afterEach(() => api.close());

  const make = async (issuedOn = DAY) => {
    await api.caughtUp();
    return (await admin.post('/invoice-runs', { issuedOn })).json<object>();
  };
  const later = (minutes = 10) => api.clock.moveTo(plus(MONDAY_MORNING, { minutes }));
  const exported = async (file: 'csv' | 'ubl', issuedOn = DAY) => {
    const answer = await admin.post(`/invoice-runs/${issuedOn}/exports/${file}`, {});
    return { name: answer.headers['content-disposition'], bytes: answer.rawPayload, status: answer.statusCode };
  };
  const held = async () => {
    await api.caughtUp();
    return (await admin.get('/invoices/held')).json<{ orders: object[] }>().orders;
  };

  test('are made after the regret window, once, and written as CSV and as UBL', async () => {
    const { orderId } = await takeOrder(ann, round);
    expect(await make()).toMatchObject({ status: 409, code: 'invoice-run.nothing-due' });
    later();
    expect(await make()).toMatchObject({ invoices: 1, creditNotes: 0, firstNumber: 1, lastNumber: 1, wasMade: false });
    expect(await make()).toMatchObject({ invoices: 1, wasMade: true });
    const csv = await exported('csv');
    expect(csv.name).toBe(`attachment; filename="invoices-${DAY}.csv"`);
    expect(csv.bytes.toString()).toContain(`1;faktura;${DAY};2026-12-23;;${orderId};Lärande i Huddinge AB;5560360793`);
    expect(csv.bytes.toString()).toContain(';25;120000;30000');
    const files = unzipSync((await exported('ubl')).bytes);
    expect(Object.keys(files)).toEqual(['invoice-1.xml']);
    expect(Buffer.from(files['invoice-1.xml'] ?? []).toString()).toContain(
      '<cbc:PayableAmount currencyID="SEK">1500.00',
    );
    const copy = await admin.get('/invoices/1/ubl');
    expect(copy.headers['content-disposition']).toContain('invoice-1-copy.xml');
    expect(copy.rawPayload).toEqual(Buffer.from(files['invoice-1.xml'] ?? []));
    expect((await admin.get(`/orders/${orderId}`)).json()).toMatchObject({
      invoices: [{ number: 1, kind: 'invoice', issuedOn: DAY }],
    });
  });

  test('are exported once more as the same file under a name that says so', async () => {
    await takeOrder(ann, round);
    later();
    await make();
    for (const file of ['csv', 'ubl'] as const) {
      const [first, second] = [await exported(file), await exported(file)];
      expect(second.bytes).toEqual(first.bytes);
      expect(second.name).toContain(`invoices-${DAY}-re-export-1`);
    }
    const run = (await admin.get(`/invoice-runs/${DAY}`)).json<{ exports: { sha256: string }[] }>();
    expect(run.exports).toMatchObject([
      { file: 'csv', isReExport: false },
      { file: 'csv', isReExport: true, name: `invoices-${DAY}-re-export-1.csv` },
      { file: 'ubl', isReExport: false },
      { file: 'ubl', isReExport: true },
    ]);
    const { bytes } = await exported('csv');
    expect(run.exports[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const key = { 'idempotency-key': 'once' };
    const names = [1, 2].map(() => admin.post(`/invoice-runs/${DAY}/exports/csv`, {}, key));
    const [one, other] = await Promise.all(names);
    expect(one?.headers['content-disposition']).toBe(other?.headers['content-disposition']);
  });

  test('are taken back by a credit note where the order is cancelled or changed afterwards', async () => {
    const [gone, changed] = [await takeOrder(ann, round), await takeOrder(ann, round)];
    later();
    await make();
    await admin.post(`/orders/${gone.orderId}/cancellation`, { reason: 'asked' });
    await admin.put(`/orders/${changed.orderId}/form`, { form: { ...ORDER_FORM, termsDays: 10 }, reason: 'asked' });
    later(24 * 60);
    expect(await make(NEXT_DAY)).toMatchObject({ invoices: 1, creditNotes: 2, firstNumber: 3, lastNumber: 5 });
    expect(await held()).toEqual([]);
    const files = unzipSync((await exported('ubl', NEXT_DAY)).bytes);
    expect(Object.keys(files)).toHaveLength(3);
    const notes = Object.entries(files).filter(([name]) => name.startsWith('credit-note'));
    expect(
      notes
        .map(
          ([, bytes]) => /<cbc:ID>(\d)<\/cbc:ID>\s*<cbc:IssueDate>2026-11-23/.exec(Buffer.from(bytes).toString())?.[1],
        )
        .sort(),
    ).toEqual(['1', '2']);
    expect((await exported('csv', NEXT_DAY)).bytes.toString()).toContain(';-120000;-30000');
    expect((await admin.get('/invoice-runs')).json()).toMatchObject([{ issuedOn: NEXT_DAY }, { issuedOn: DAY }]);
    expect(await make()).toMatchObject({ wasMade: true });
  });

  test('R15: are held while there is no id to send an e-invoice to', async () => {
    const { orderId } = await takeOrder(ann, round, { invoice: { kind: 'e-invoice' } });
    expect(await held()).toEqual([]);
    later();
    expect(await held()).toMatchObject([{ orderId, holds: ['e-invoice-id'], legalName: 'Lärande i Huddinge AB' }]);
    expect(await make()).toMatchObject({ code: 'invoice-run.nothing-due' });
    const form = { ...ORDER_FORM, invoice: { kind: 'e-invoice', gln: '7300010000001' } };
    await admin.put(`/orders/${orderId}/form`, { form, reason: 'rang them' });
    expect(await held()).toEqual([]);
    expect(await make()).toMatchObject({ invoices: 1 });
  });

  test('R18: are held while the company number is in doubt', async () => {
    const { orderId } = await takeOrder(ann, round);
    const { companyNumber, legalName } = { companyNumber: '5560360793', legalName: ORDER_FORM.legalName };
    const data = { result: 'mismatch', registry: 'csv', companyNumber, legalName, now: MONDAY_MORNING } as const;
    const ids = { commandId: 'check', correlationId: 'check', causationId: 'check' };
    const by = { actor: 'service:test', actorRole: 'service', occurredAt: MONDAY_MORNING };
    await new DecisionRunner(api.store).run(
      orderDecider,
      orderStream(orderId),
      { type: 'RecordCompanyCheck', data },
      { ...ids, ...by },
    );
    later();
    expect(await held()).toMatchObject([{ orderId, holds: ['company-number'] }]);
    expect((await admin.get(`/orders/${orderId}`)).json()).toMatchObject({ isInvoiceHeld: true });
    await admin.post(`/orders/${orderId}/company-number/acceptance`, { reason: 'new name' });
    expect(await make()).toMatchObject({ invoices: 1 });
  });

  test('whose numbers were decided before a crash are recorded by the reactor', async () => {
    const { orderId } = await takeOrder(ann, round);
    later();
    const seller = { name: 'Byrån AB', companyNumber: '5560160680', street: 'x', postcode: '114 51', city: 'x' };
    const owed = [{ kind: 'invoice', orderId, orderRevision: 0 }] as const;
    const facts = { ...seller, bankgiro: '50501055', peppolId: '0007:5560160680', fTax: true };
    const data = { issuedOn: DAY, seller: facts, owed, decidedBy: 'ada', now: api.clock.now() };
    const ids = { commandId: 'run', correlationId: 'run', causationId: 'run' };
    const by = { actor: 'service:test', actorRole: 'service', occurredAt: MONDAY_MORNING };
    const runner = new DecisionRunner(api.store);
    const command = { type: 'DecideInvoiceRun', data } as const;
    await runner.run(invoiceSeriesDecider, invoiceSeriesStream(), command, { ...ids, ...by });
    expect((await admin.post(`/invoice-runs/${DAY}/exports/csv`, {})).json()).toMatchObject({
      code: 'invoice-run.unfinished',
    });
    const stop = startReactors(api);
    await recorded(runner);
    await stop();
    expect((await admin.get(`/orders/${orderId}`)).json()).toMatchObject({ invoices: [{ number: 1 }] });
  });

  test('are refused with what is wrong', async () => {
    expect((await admin.post('/invoice-runs', { issuedOn: '2026-02-30' })).json()).toMatchObject({
      status: 422,
      errors: [
        {
          field: 'issuedOn',
          code: 'field.day-expected',
          message: 'Ska vara en dag som finns, till exempel 2026-11-23.',
        },
      ],
    });
    expect(await make(NEXT_DAY)).toMatchObject({ code: 'invoice-run.day-not-begun', today: DAY });
    expect((await admin.get(`/invoice-runs/${DAY}`)).json()).toMatchObject({
      status: 404,
      code: 'invoice-run.unknown',
    });
    expect((await admin.get('/invoices/7/ubl')).json()).toMatchObject({ status: 404, code: 'invoice.unknown' });
    expect((await admin.get('/invoices/x/ubl')).json()).toMatchObject({ status: 422 });
    await api.close();
    await start({ SELLER_NAME: 'Byrån AB', SELLER_COMPANY_NUMBER: '556016-0681' });
    expect(await make()).toMatchObject({
      status: 409,
      code: 'seller.incomplete',
      missing: ['SELLER_COMPANY_NUMBER', 'SELLER_STREET', 'SELLER_POSTCODE', 'SELLER_CITY', 'SELLER_BANKGIRO'],
    });
  });
});

/** Resolves when the series says that all orders know their numbers. */
async function recorded(runner: DecisionRunner): Promise<void> {
  for (;;) {
    const { state } = await runner.load(invoiceSeriesDecider, invoiceSeriesStream());
    if (state.runs.every(({ isRecorded }) => isRecorded)) return;
    await new Promise(setImmediate);
  }
}
