import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDeliveryReport } from './delivery-report.js';
import { answer, deliveryReport, type ReportParts } from './testing/delivery-reports.js';

const MESSAGE_ID = '<019ab0c4-7a00-7000-8000-000000000021.019ab0c4-7a00-7000-8000-000000000017@reklamhuset.example>';
const REPORTED = { messageId: MESSAGE_ID, action: 'failed', status: '5.1.1' };

const read = (mail: string) => readDeliveryReport(Buffer.from(mail));
const reported = (parts: Partial<ReportParts> = {}) => read(deliveryReport({ messageId: MESSAGE_ID, ...parts }));

describe('a delivery report', () => {
  test.each(['message/rfc822', 'text/rfc822-headers'] as const)(
    'quotes our Message-ID in a %s part',
    async (returns) => {
      expect(await reported({ returns })).toEqual(REPORTED);
    },
  );

  test('that returns nothing of the mail quotes it in In-Reply-To, or not at all', async () => {
    expect(await reported({ returns: 'nothing', headers: [`In-Reply-To: ${MESSAGE_ID}`] })).toEqual(REPORTED);
    expect(await reported({ returns: 'nothing' })).toEqual({ action: 'failed', status: '5.1.1' });
  });

  test('is believed about the mail that it returns, not about the one that it answers', async () => {
    expect(await reported({ headers: ['In-Reply-To: <another@reklamhuset.example>'] })).toEqual(REPORTED);
  });

  test('tells what became of the mail by Action and Status, whatever comments stand beside them', async () => {
    expect(await reported({ action: 'delayed', status: '4.4.1' })).toMatchObject({
      action: 'delayed',
      status: '4.4.1',
    });
    const commented = { action: 'Failed (gave up)', status: '5.7.1 (delivery not authorized)' };
    expect(await reported(commented)).toMatchObject({ action: 'failed', status: '5.7.1' });
    expect(await reported({ status: 'no such user anna@skolan.example' })).toEqual({
      messageId: MESSAGE_ID,
      action: 'failed',
    });
  });

  test('with several recipients tells of the one that failed', async () => {
    const both = deliveryReport({ messageId: MESSAGE_ID }).replace(
      'Final-Recipient:',
      'Final-Recipient: rfc822; bo@skolan.example\r\nAction: relayed\r\nStatus: 2.1.9\r\n\r\nFinal-Recipient:',
    );
    expect(await read(both)).toEqual(REPORTED);
  });

  test('is no report where a person answers, however much they quote', async () => {
    expect(await read(answer(MESSAGE_ID))).toBeUndefined();
  });

  test('is read from bytes that are no mail, or a mail that nests without end, without a fault', async () => {
    const deep = Array.from({ length: 200 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}`);
    expect(await read(deep.join('\r\n'))).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        expect(await readDeliveryReport(bytes)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
