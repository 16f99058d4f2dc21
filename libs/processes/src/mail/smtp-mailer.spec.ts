import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { v7 as uuidv7 } from 'uuid';
import { readDeliveryReport } from './bounces/delivery-report.js';
import { deliveryReport } from './bounces/testing/delivery-reports.js';
import type { Message } from './mailer.js';
import { attemptIn } from './message-id.js';
import { SmtpMailer } from './smtp-mailer.js';
import { startMailServer, type MailServer } from './testing/mail-server.js';

const FROM = { name: 'Reklamhuset Ö', address: 'order@reklamhuset.example' };

const message = (): Message => ({
  orderId: uuidv7(),
  attemptId: uuidv7(),
  to: 'anna@skolan.example',
  letter: { subject: 'Tack för er beställning', text: 'Hej Åsa!\n.\nSlut', html: '<p>Hej Åsa!</p>' },
});

describe('R17: a mail server', () => {
  let server: MailServer;
  let mailer: SmtpMailer;

  beforeEach(async () => {
    server = await startMailServer();
    mailer = new SmtpMailer({ url: server.url, from: FROM, silenceSeconds: 1 });
  });

  afterEach(async () => {
    await mailer.close();
    await server.close();
  });

  test('is given the mail with its words whole, and with the order in its Message-ID', async () => {
    const sent = message();
    expect(await mailer.send(sent)).toEqual({ kind: 'sent' });
    const [raw = ''] = server.accepted;
    const mail = await PostalMime.parse(raw);
    expect(mail).toMatchObject({ subject: sent.letter.subject, from: FROM, to: [{ address: sent.to }] });
    expect(mail.text?.trim()).toBe(sent.letter.text);
    expect(mail.html?.trim()).toBe(sent.letter.html);
    expect(attemptIn(mail.messageId ?? '')).toEqual({ orderId: sent.orderId, attemptId: sent.attemptId });
  });

  test('that gives the mail back later names its Message-ID, however its lines were broken on the way', async () => {
    const sent = message();
    await mailer.send(sent);
    const [mail = ''] = server.accepted;
    const report = deliveryReport({ messageId: 'not used', mail });
    const { messageId = '' } = (await readDeliveryReport(Buffer.from(report))) ?? {};
    expect(attemptIn(messageId)).toEqual({ orderId: sent.orderId, attemptId: sent.attemptId });
  });

  test('that refuses for now or for good says so', async () => {
    server.manner = 'refuse-for-now';
    expect(await mailer.send(message())).toEqual({ kind: 'refused', permanent: false, replyCode: 451 });
    server.manner = 'refuse';
    expect(await mailer.send(message())).toEqual({ kind: 'refused', permanent: true, replyCode: 554 });
    server.manner = 'unknown-mailbox';
    expect(await mailer.send(message())).toEqual({ kind: 'refused', permanent: true, replyCode: 550 });
    expect(server.accepted).toEqual([]);
  });

  test.each(['silent', 'hang-up'] as const)('that has the whole mail and is %s may have taken it', async (manner) => {
    server.manner = manner;
    expect(await mailer.send(message())).toEqual({ kind: 'unknown' });
    expect(server.received).toHaveLength(1);
  });

  test('that went away before it had the mail has taken nothing', async () => {
    server.manner = 'dropped';
    expect(await mailer.send(message())).toEqual({ kind: 'refused', permanent: false });
    server.manner = 'accept';
    expect(await mailer.send(message())).toEqual({ kind: 'sent' });
    await server.close();
    expect(await mailer.send(message())).toEqual({ kind: 'refused', permanent: false });
  });

  test('alone knows what became of a mail whose sender died', async () => {
    await expect(mailer.whatBecameOf()).resolves.toBeUndefined();
  });
});
