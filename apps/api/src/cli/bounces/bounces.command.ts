import { readFile, stat } from 'node:fs/promises';
import Table from 'cli-table3';
import { Command } from 'commander';
import { followingFrom, type Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { Bounces, REPORT_VERDICTS } from '#processes/mail/bounces/bounces';
import { readDeliveryReport } from '#processes/mail/bounces/delivery-report';
import { mailsIn } from '#processes/mail/bounces/mails-in';
import { SystemClock } from '#runtime/clock';
import { openLog } from '#stores/open-log';
import { commandLineCause } from '../command-line-cause.js';
import { CommandRefused, EXIT } from '../exit-codes.js';
import { configOf } from '../installation-files.js';
import { print, type Terminal } from '../terminal.js';

/** The file is read whole. */
const LARGEST_FILE = 268_435_456;

const VERDICTS = [...REPORT_VERDICTS, 'not-a-report'] as const;
type Verdict = (typeof VERDICTS)[number];

interface TakenMail {
  /** In the file, from 1. */
  readonly mail: number;
  readonly verdict: Verdict;
  readonly orderId?: string;
}

interface Summary {
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly mails: readonly TakenMail[];
}

export const bouncesCommand = (terminal: Terminal): Command =>
  new Command('bounces')
    .description(
      'Take the bounces of thank-you mails from a mailbox file (mbox, or one .eml); again it changes nothing',
    )
    .argument('<file>')
    .option('--json', 'one JSON document, for scripts')
    .action(async (path: string, { json }: { readonly json?: boolean }) => {
      print(terminal, json, await takeFile(terminal, await contentOf(path)), tableOf);
    });

async function contentOf(path: string): Promise<Buffer> {
  const { size } = await stat(path).catch(() => {
    throw new CommandRefused(`there is no file ${path}`, EXIT.usage);
  });
  if (size > LARGEST_FILE) throw new CommandRefused(`${path} is larger than ${LARGEST_FILE} bytes`, EXIT.usage);
  return readFile(path);
}

async function takeFile(terminal: Terminal, file: Buffer): Promise<Summary> {
  const store = await openLog(configOf(terminal));
  try {
    const bounces = new Bounces(new DecisionRunner(store));
    const cause = commandLineCause(new SystemClock());
    const mails: TakenMail[] = [];
    for (const [at, content] of mailsIn(file).entries())
      mails.push({ mail: at + 1, ...(await takeMail(bounces, content, followingFrom(cause, `mail/${at}`))) });
    return { counts: countsOf(mails), mails };
  } finally {
    await store.close();
  }
}

async function takeMail(bounces: Bounces, mail: Uint8Array, cause: Cause): Promise<Omit<TakenMail, 'mail'>> {
  const report = await readDeliveryReport(mail);
  if (!report) return { verdict: 'not-a-report' };
  const { verdict, orderId } = await bounces.take(report, cause);
  return { verdict, ...(orderId !== undefined && { orderId }) };
}

function countsOf(mails: readonly TakenMail[]): Summary['counts'] {
  const counted = VERDICTS.map((verdict) => [verdict, mails.filter((one) => one.verdict === verdict).length]);
  // The cast: the keys are all verdicts, which Object.fromEntries forgets.
  return Object.fromEntries(counted) as Summary['counts'];
}

/** What a person may want to look at: mails that nothing was known of. */
const isStrange = ({ verdict }: TakenMail): boolean => verdict === 'unknown-message' || verdict === 'not-a-report';

function tableOf({ counts, mails }: Summary): string {
  const table = new Table({ style: { head: [], border: [] } });
  table.push(...VERDICTS.map((verdict) => [verdict, counts[verdict]]));
  return [table.toString(), ...mails.filter(isStrange).map(({ mail, verdict }) => `mail ${mail}: ${verdict}`)].join(
    '\n',
  );
}
