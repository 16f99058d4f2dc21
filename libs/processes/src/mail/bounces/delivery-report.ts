import PostalMime, { type Email } from 'postal-mime';

/** What a mail server tells of one of our mails (RFC 3464). Nothing else of the report is looked at, and nothing of it is kept. */
export interface DeliveryReport {
  /** Of the mail that it is about, as it was quoted; absent where it quotes none. */
  readonly messageId?: string;
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`; another word is none of ours. */
  readonly action: string;
  /** Enhanced status code (RFC 3463) without its comment: `5.1.1`. */
  readonly status?: string;
}

const STATUSES = ['message/delivery-status', 'message/global-delivery-status'];
/** The mail that came back, or its header fields. */
const RETURNED = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'];

/** A mail nests to a few levels; a file that nests to hundreds is no mail. */
const LIMITS = { maxNestingDepth: 30, maxRfc822NestingDepth: 3, maxHeadersSize: 262_144 };

/** Undefined: not a report in the form of RFC 3464, an answer or an out-of-office note for instance. Never rejects. */
export async function readDeliveryReport(mail: Uint8Array): Promise<DeliveryReport | undefined> {
  const email = await parsed(mail);
  const [recipient] = email ? await recipientsIn(email) : [];
  if (!email || !recipient) return undefined;
  const messageId = (await returnedMessageId(email)) ?? email.inReplyTo;
  return { ...recipient, ...(messageId !== undefined && { messageId }) };
}

/** What cannot be parsed is no report. */
const parsed = (mail: Uint8Array): Promise<Email | undefined> => PostalMime.parse(mail, LIMITS).catch(() => undefined);

type Recipient = Pick<DeliveryReport, 'action' | 'status'>;

/** One block of fields for each recipient, the failed ones first; our mails have one recipient. */
async function recipientsIn(email: Email): Promise<readonly Recipient[]> {
  const texts = contentsOf(email, STATUSES).map((content) => Buffer.from(content).toString('latin1'));
  const blocks = texts.flatMap((text) => text.split(/\r?\n[ \t]*\r?\n/));
  const found = await Promise.all(blocks.map(recipientOf));
  const recipients = found.filter((one) => one !== undefined);
  return recipients.toSorted((a, b) => Number(b.action === 'failed') - Number(a.action === 'failed'));
}

/** The fields are written as those of a mail: the same parser reads them. */
async function recipientOf(block: string): Promise<Recipient | undefined> {
  const fields = await parsed(Buffer.from(`${block}\r\n\r\n`, 'latin1'));
  const valueOf = (name: string): string => fields?.headers.find(({ key }) => key === name)?.value ?? '';
  const action = /^[a-z]+/.exec(valueOf('action').trim().toLowerCase())?.[0];
  const status = statusIn(valueOf('status'));
  return action === undefined ? undefined : { action, ...(status !== undefined && { status }) };
}

const statusIn = (text: string): string | undefined => /^\s*([245]\.\d{1,3}\.\d{1,3})(?!\d)/.exec(text)?.[1];

async function returnedMessageId(email: Email): Promise<string | undefined> {
  for (const content of contentsOf(email, RETURNED)) {
    const returned = await parsed(content);
    if (returned?.messageId !== undefined) return returned.messageId;
  }
  return undefined;
}

const contentsOf = ({ attachments }: Email, types: readonly string[]): readonly Uint8Array[] =>
  attachments
    .filter(({ mimeType }) => types.includes(mimeType))
    .map(({ content }) => (typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)));
