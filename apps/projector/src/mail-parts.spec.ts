import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readConfig } from '#runtime/config';
import { mailPartsOf } from './mail-parts.js';

const MESSAGE = {
  orderId: 'order',
  attemptId: 'attempt',
  to: 'anna@skolan.example',
  letter: { subject: 'Tack', text: 'Hej', html: '<p>Hej</p>' },
};

describe('R17: without a mail server', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aterkom-mail-parts-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const sent = async (environment: Readonly<Record<string, string>>): Promise<void> => {
    const { mailer } = mailPartsOf(readConfig({ DATA_DIR: join(folder, 'own'), ...environment }));
    expect(await mailer.send(MESSAGE)).toEqual({ kind: 'sent' });
  };

  test('mails are written beside the data, or where all projectors look', async () => {
    await sent({});
    expect(readdirSync(join(folder, 'own/outbox'))).toEqual(['order.attempt.eml']);
    await sent({ OUTBOX_DIR: join(folder, 'shared') });
    expect(readdirSync(join(folder, 'shared'))).toEqual(['order.attempt.eml']);
  });
});
