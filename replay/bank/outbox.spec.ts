import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { settledOutbox } from './outbox.js';

const ORDER = '019ab0c4-7a00-7000-8000-00000000001';

test('the mails of an outbox are counted, and the orders that they are for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aterkom-outbox-'));
  for (const name of [`${ORDER}1.a.eml`, `${ORDER}2.b.eml`, `${ORDER}2.c.eml`, `${ORDER}3.d.tmp`])
    writeFileSync(join(folder, name), '');
  const look = { everyMs: 1, quietLooks: 2 };
  expect(await settledOutbox(folder, look)).toEqual({ mails: 3, orders: 2 });
  expect(await settledOutbox(join(folder, 'none'), look)).toEqual({ mails: 0, orders: 0 });
  rmSync(folder, { recursive: true });
});
