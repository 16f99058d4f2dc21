// Reports as mail servers write them, about a mail with the given Message-ID.

export interface ReportParts {
  readonly messageId: string;
  readonly action?: string;
  readonly status?: string;
  /** What of the mail comes back: all of it, its header fields, or nothing. */
  readonly returns?: 'message/rfc822' | 'text/rfc822-headers' | 'nothing';
  /** Our mail as it went out, where it is not made up. */
  readonly mail?: string;
  /** Header fields of the report itself. */
  readonly headers?: readonly string[];
}

/** As Postfix words it. */
export function deliveryReport(parts: ReportParts): string {
  const { messageId, action = 'failed', status = '5.1.1', returns = 'message/rfc822', headers = [] } = parts;
  const { mail = ourMail(messageId, returns) } = parts;
  const returned = ['--B', `Content-Type: ${returns}`, '', mail];
  return [
    'From: MAILER-DAEMON@mx.skolan.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'To: order@reklamhuset.example',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    'Message-Id: <20261123091320.ABCDEF@mx.skolan.example>',
    ...headers,
    '',
    '--B',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=utf-8',
    '',
    "I'm sorry to have to inform you that your message could not be delivered.",
    '',
    '--B',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.skolan.example',
    'X-Postfix-Queue-ID: ABCDEF',
    'Arrival-Date: Mon, 23 Nov 2026 10:10:00 +0100 (CET)',
    '',
    'Final-Recipient: rfc822; anna@skolan.example',
    'Original-Recipient: rfc822;anna@skolan.example',
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mail.skolan.example',
    'Diagnostic-Code: smtp; 550 5.1.1 <anna@skolan.example>: Recipient address',
    '    rejected: User unknown in virtual mailbox table',
    '',
    ...(returns === 'nothing' ? [] : returned),
    '--B--',
    '',
  ].join('\r\n');
}

function ourMail(messageId: string, returns: ReportParts['returns']): string {
  const fields = [
    'From: Reklamhuset <order@reklamhuset.example>',
    'To: anna@skolan.example',
    `Message-ID: ${messageId}`,
    'Subject: Tack',
    '',
  ];
  return [...fields, ...(returns === 'message/rfc822' ? ['Hej Anna!', ''] : [])].join('\r\n');
}

/** A person answers: the Message-ID is quoted, and nothing bounced. */
export const answer = (messageId: string): string =>
  [
    'From: Anna <anna@skolan.example>',
    'To: order@reklamhuset.example',
    'Subject: SV: Tack',
    `In-Reply-To: ${messageId}`,
    `References: ${messageId}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Action: failed',
    'Status: 5.1.1',
    `Message-ID: ${messageId}`,
    '',
  ].join('\r\n');
