import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Message } from './mailer.js';
import { OutboxMailer } from './outbox-mailer.js';

const FROM = { name: 'Reklamhuset', address: 'order@reklamhuset.example' };
const MESSAGE: Message = {
  orderId: 'order',
  attemptId: 'attempt',
  to: 'anna@skolan.example',
  letter: { subject: 'Tack', text: 'Hej', html: '<p>Hej</p>' },
};

describe('R17: the outbox', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aterkom-outbox-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  test('holds one file for each attempt, readable for us alone, and knows what it holds', async () => {
    const mailer = new OutboxMailer(join(folder, 'outbox'), FROM);
    expect(await mailer.whatBecameOf(MESSAGE)).toEqual({ kind: 'refused', permanent: false });
    expect(await mailer.send(MESSAGE)).toEqual({ kind: 'sent' });
    expect(await mailer.send(MESSAGE)).toEqual({ kind: 'sent' });
    expect(readdirSync(join(folder, 'outbox'))).toEqual(['order.attempt.eml']);
    expect(readFileSync(join(folder, 'outbox/order.attempt.eml'), 'utf8')).toContain('To: anna@skolan.example');
    expect(await mailer.whatBecameOf(MESSAGE)).toEqual({ kind: 'sent' });
  });

  test('that two projectors share shows whoever takes over what the other wrote', async () => {
    await new OutboxMailer(folder, FROM).send(MESSAGE);
    expect(await new OutboxMailer(folder, FROM).whatBecameOf(MESSAGE)).toEqual({ kind: 'sent' });
  });

  test('that cannot be written to refuses for now', async () => {
    writeFileSync(join(folder, 'outbox'), 'a file where the folder should be');
    const mailer = new OutboxMailer(join(folder, 'outbox'), FROM);
    expect(await mailer.send(MESSAGE)).toEqual({ kind: 'refused', permanent: false });
  });
});
