import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { settledOutbox } from './outbox.js';

const LOOK = { everyMs: 1, quietLooks: 2, patientLooks: 20 };
const nothing = (): Promise<number> => Promise.resolve(0);
const ORDER = '019ab0c4-7a00-7000-8000-00000000001';

test('the mails of an outbox are counted, and the orders that they are for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aterkom-outbox-'));
  for (const name of [`${ORDER}1.a.eml`, `${ORDER}2.b.eml`, `${ORDER}2.c.eml`, `${ORDER}3.d.tmp`])
    writeFileSync(join(folder, name), '');
  expect(await settledOutbox(folder, nothing, LOOK)).toEqual({ mails: 3, orders: 2 });
  expect(await settledOutbox(join(folder, 'none'), nothing, LOOK)).toEqual({ mails: 0, orders: 0 });
  rmSync(folder, { recursive: true });
});

test('mails that are under way are waited for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aterkom-outbox-'));
  const left = [1, 1, 1, 1, 0];
  const underWay = (): Promise<number> => {
    if (left.length === 1) writeFileSync(join(folder, `${ORDER}1.a.eml`), '');
    return Promise.resolve(left.shift() ?? 0);
  };
  expect(await settledOutbox(folder, underWay, LOOK)).toEqual({ mails: 1, orders: 1 });
  rmSync(folder, { recursive: true });
});

test('mails that never go are not waited for without end', async () => {
  expect(await settledOutbox('none', () => Promise.resolve(1), LOOK)).toEqual({ mails: 0, orders: 0 });
});
