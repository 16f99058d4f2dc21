import type { Contact } from '../bank/bank-file.js';
import type { BankTruth } from '../bank/bank-truth.js';
import { chance } from './chance.js';

const MOST_ATTEMPTS = 2;
const LONGEST_TALK_SECONDS = 600;
const SHARE_SOLD = 0.3;

/** A made-up campaign of so many contacts, the same for the same seed. */
export function contactsOf(count: number, seed: number): readonly Contact[] {
  const next = chance(seed);
  const upTo = (most: number): number => 1 + Math.floor(next() * most);
  return Array.from({ length: count }, (_, index) => ({
    row: index + 1,
    attempts: upTo(MOST_ATTEMPTS),
    talkSeconds: upTo(LONGEST_TALK_SECONDS),
    sold: next() < SHARE_SOLD,
  }));
}

/** As it is counted from a recorded campaign. */
export function truthOf(contacts: readonly Contact[]): BankTruth {
  const sum = (value: (contact: Contact) => number): number =>
    contacts.reduce((total, contact) => total + value(contact), 0);
  const byAttempts = Map.groupBy(contacts, ({ attempts }) => String(attempts));
  const sold = (some: readonly Contact[]): number => some.filter((contact) => contact.sold).length;
  return {
    rows: contacts.length,
    yes: sold(contacts),
    attempts_total: sum(({ attempts }) => attempts),
    talk_seconds: sum(({ talkSeconds }) => talkSeconds),
    by_attempts: Object.fromEntries(
      byAttempts.entries().map(([attempts, some]) => [attempts, [some.length, sold(some)] as const]),
    ),
  };
}
