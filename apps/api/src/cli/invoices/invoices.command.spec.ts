import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrderRegistered } from '#events/contracts/index';
import { write, written } from '#read-models/testing/written-log';
import { FORM } from '../../invoices/testing/sample-documents.js';
import { SmallInstallation } from '../testing/small-installation.js';

const DAY = '2026-07-01';
const registered: OrderRegistered = {
  type: 'OrderRegistered',
  data: {
    cardId: 'card',
    campaignId: 'campaign',
    roundId: 'round',
    callerId: 'ann',
    outcomeId: 'call',
    attempt: 1,
    channel: 'call',
    order: FORM,
    readBack: 'read aloud',
    language: 'sv',
    confirmedWarnings: [],
    takenAt: '2026-07-01T08:00:00.000Z',
    regretUntil: '2026-07-01T08:10:00.000Z',
  },
};

let small: SmallInstallation;

beforeEach(async () => {
  small = await SmallInstallation.make();
  Object.assign(small.environment, {
    SELLER_NAME: 'Byrån AB',
    SELLER_COMPANY_NUMBER: '556036-0793',
    SELLER_STREET: 'Storgatan 1',
    SELLER_POSTCODE: '114 51',
    SELLER_CITY: 'Stockholm',
    SELLER_BANKGIRO: '5050-1055',
    FRESHNESS_WAIT_MS: '0',
  });
});
afterEach(() => small.remove());

const order = async (event = registered) => {
  await small.onLog((log) => write(log, written('order-o1', event)));
  await small.project();
};
const exportDay = (...more: string[]) =>
  small.run('invoices', 'export', '--date', DAY, '--folder', small.folder, ...more);

describe('aterkom invoices export', () => {
  test('writes the files of the day, and then copies that say so', async () => {
    await order();
    const first = await exportDay('--json');
    expect(first).toMatchObject({ exitCode: 0, err: '' });
    const csv = join(small.folder, `invoices-${DAY}.csv`);
    expect(JSON.parse(first.out)).toEqual({
      issuedOn: DAY,
      documents: 1,
      files: [join(small.folder, `invoices-${DAY}-ubl.zip`), csv],
    });
    await small.project();
    expect((await exportDay()).out).toContain(`invoices-${DAY}-re-export-1.csv`);
    expect(readFileSync(join(small.folder, `invoices-${DAY}-re-export-1.csv`))).toEqual(readFileSync(csv));
  });

  test('names the document that cannot be written, and writes neither file', async () => {
    const rows = FORM.rows.map((row) => ({ ...row, vatPercent: 7 }));
    await order({ ...registered, data: { ...registered.data, order: { ...FORM, rows } } });
    const refused = await exportDay();
    expect(refused).toMatchObject({ exitCode: 1, out: '' });
    expect(refused.err).toBe('aterkom: document 1 breaks SE-R-006, BR-CO-17 (invoice.breaks-rules)\n');
    expect(readdirSync(small.folder).filter((name) => name.startsWith('invoices-'))).toEqual([]);
  });

  test('ends well where there is nothing to invoice', async () => {
    await small.project();
    expect(await exportDay()).toMatchObject({ exitCode: 0, out: `Nothing to invoice on ${DAY}.\n` });
  });

  test('asks for the engine where nothing has been projected yet, and for a day that is one', async () => {
    const fresh = await exportDay();
    expect(fresh).toMatchObject({ exitCode: 1, out: '' });
    expect(fresh.err).toContain('start the engine first');
    for (const day of ['today', '2026-02-30', '2026-7-1', '2026-07-01T00:00:00Z']) {
      expect(await small.run('invoices', 'export', '--date', day)).toMatchObject({ exitCode: 2 });
    }
  });
});
