import type { Contact } from './bank-file.js';

/** bank-full.truth.json, as far as the engine's reports can tell it. */
export interface BankTruth {
  readonly rows: number;
  readonly yes: number;
  readonly attempts_total: number;
  readonly talk_seconds: number;
  /** Number of attempts → contacts, sales. */
  readonly by_attempts: Readonly<Record<string, readonly [number, number]>>;
}

/** How many contacts were closed at a number of attempts, and how many of them bought. */
export interface Closings {
  readonly contacts: ReadonlyMap<string, number>;
  readonly orders: ReadonlyMap<string, number>;
}

export interface BankFigures {
  readonly cards: number;
  readonly calls: number;
  readonly orders: number;
  readonly talkSeconds: number;
  /** R5: attempts that the engine refused, and on how many cards. */
  readonly refusedAttempts: number;
  readonly refusedCards: number;
  readonly byAttempts: Closings;
  /** R17: in the outbox, and orders that they are for; absent where nobody can look into it. */
  readonly mails?: number;
  readonly mailedOrders?: number;
  /** By the engine's report. */
  readonly mailsUnderWay?: number;
}

type Entry = readonly [attempts: number, contacts: number, orders: number];

const sum = (entries: readonly Entry[], value: (entry: Entry) => number): number =>
  entries.reduce((total, entry) => total + value(entry), 0);

/** The figures of a campaign that ran as the file says. */
export const wholeCampaign = (truth: BankTruth): BankFigures => ({
  cards: truth.rows,
  calls: truth.attempts_total,
  orders: truth.yes,
  talkSeconds: truth.talk_seconds,
  refusedAttempts: 0,
  refusedCards: 0,
  byAttempts: closingsOf(entriesOf(truth)),
});

/**
 * R5: the figures of the same campaign with a cap. Contacts who took more attempts are closed as exhausted at the
 * cap, every further attempt is refused; their result and talk time never come to pass.
 */
export function cappedCampaign(truth: BankTruth, contacts: readonly Contact[], cap: number): BankFigures {
  const entries = entriesOf(truth);
  const within = entries.filter(([attempts]) => attempts <= cap);
  const beyond = entries.filter(([attempts]) => attempts > cap);
  const refusedCards = sum(beyond, ([, count]) => count);
  const refusedAttempts = sum(beyond, ([attempts, count]) => (attempts - cap) * count);
  const reached = contacts.filter(({ attempts }) => attempts <= cap);
  return {
    cards: truth.rows,
    calls: truth.attempts_total - refusedAttempts,
    orders: sum(within, ([, , orders]) => orders),
    talkSeconds: reached.reduce((total, { talkSeconds }) => total + talkSeconds, 0),
    refusedAttempts,
    refusedCards,
    byAttempts: closingsOf([...within, [cap, refusedCards, 0]]),
  };
}

const entriesOf = ({ by_attempts }: BankTruth): readonly Entry[] =>
  Object.entries(by_attempts).map(([attempts, [contacts, orders]]) => [Number(attempts), contacts, orders]);

function closingsOf(entries: readonly Entry[]): Closings {
  const contacts = new Map<string, number>();
  const orders = new Map<string, number>();
  for (const [attempts, closed, bought] of entries) {
    const key = String(attempts);
    contacts.set(key, (contacts.get(key) ?? 0) + closed);
    orders.set(key, (orders.get(key) ?? 0) + bought);
  }
  return { contacts, orders };
}
