import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { REGRET_UNTIL, registered } from '#domain/order-life/testing/order-story';
import type { AterkomEvent } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { answer, deliveryReport } from '#processes/mail/bounces/testing/delivery-reports';
import { messageIdOf } from '#processes/mail/message-id';
import { write, written } from '#read-models/testing/written-log';
import { SmallInstallation } from '../testing/small-installation.js';

const ENVELOPE = 'From MAILER-DAEMON Mon Nov 23 09:13:20 2026\n';

let small: SmallInstallation;
let orderId: string;
let messageId: string;

beforeEach(async () => {
  small = await SmallInstallation.make();
  const attemptId = uuidv7();
  orderId = uuidv7();
  messageId = messageIdOf({ orderId, attemptId }, 'order@reklamhuset.example');
  const sent: readonly AterkomEvent[] = [
    { type: 'ThankYouMailStarted', data: { attemptId, messageId: attemptId, startedAt: REGRET_UNTIL } },
    { type: 'ThankYouMailSent', data: { attemptId, sentAt: REGRET_UNTIL } },
  ];
  await small.onLog((log) => write(log, written(orderStream(orderId), registered(), ...sent)));
});
afterEach(() => small.remove());

const bounces = (file: string, ...mails: readonly string[]) => {
  const path = join(small.folder, file);
  writeFileSync(path, mails.join(''));
  return small.run('bounces', path, '--json');
};
const recorded = () =>
  small.onLog(async (log) => (await log.readStream(orderStream(orderId))).filter(isBounce).map(({ data }) => data));
const isBounce = ({ type }: { readonly type: string }): boolean => type === 'ThankYouMailBounced';

describe('aterkom bounces', () => {
  test('takes a mailbox, tells what it knows nothing of, and changes nothing the second time', async () => {
    const mailbox = [
      deliveryReport({ messageId }),
      deliveryReport({ messageId, returns: 'text/rfc822-headers' }),
      deliveryReport({ messageId, action: 'delayed', status: '4.4.1' }),
      deliveryReport({ messageId: '<another@elsewhere.example>' }),
      answer(messageId),
    ].map((mail) => `${ENVELOPE}${mail.replaceAll('\r\n', '\n')}\n`);
    const first = await bounces('mailbox', ...mailbox);
    expect(first).toMatchObject({ exitCode: 0, err: '' });
    expect(JSON.parse(first.out)).toEqual({
      counts: {
        recorded: 1,
        'already-recorded': 1,
        overtaken: 0,
        'not-failed': 1,
        'unknown-message': 1,
        'not-a-report': 1,
      },
      mails: [
        { mail: 1, verdict: 'recorded', orderId },
        { mail: 2, verdict: 'already-recorded', orderId },
        { mail: 3, verdict: 'not-failed', orderId },
        { mail: 4, verdict: 'unknown-message' },
        { mail: 5, verdict: 'not-a-report' },
      ],
    });
    expect(JSON.parse((await bounces('mailbox', ...mailbox)).out)).toMatchObject({
      counts: { recorded: 0, 'already-recorded': 2 },
    });
    expect(await recorded()).toMatchObject([{ status: '5.1.1' }]);
  });

  test('takes one mail in a file of its own, and shows a table to a person', async () => {
    expect(JSON.parse((await bounces('bounce.eml', deliveryReport({ messageId }))).out)).toMatchObject({
      mails: [{ verdict: 'recorded' }],
    });
    const file = join(small.folder, 'answer.eml');
    writeFileSync(file, answer(messageId));
    const { out } = await small.run('bounces', file);
    expect(out).toMatch(/not-a-report +│ 1/);
    expect(out).toContain('mail 1: not-a-report');
    expect(out).not.toContain('skolan.example');
  });

  test('says so where there is no such file', async () => {
    expect(await small.run('bounces', join(small.folder, 'absent'))).toMatchObject({ exitCode: 2 });
  });
});
