import type { Report } from '../engine/desk.js';
import { orderFormOf } from '../generated/order-form.js';
import type { Contact } from './bank-file.js';

const UNANSWERED: Report = {
  ending: 'unanswered',
  spokeWith: 'nobody',
  talkSeconds: 0,
  outcome: { code: 'no-answer' },
};

/** R5: what a caller marks when the engine takes no further attempt. */
export const EXHAUSTED: Report = { ...UNANSWERED, outcome: { code: 'declined', reason: 'exhausted' } };

/** What each attempt on each contact led to: nobody answered but for the last, which sold or did not. */
export class CampaignPlan {
  private readonly attemptsMade = new Map<number, number>();
  private attemptsLeft: number;

  constructor(private readonly contacts: readonly Contact[]) {
    this.attemptsLeft = contacts.reduce((total, { attempts }) => total + attempts, 0);
  }

  get isDone(): boolean {
    return this.attemptsLeft === 0;
  }

  get left(): number {
    return this.attemptsLeft;
  }

  /** What the next attempt on the contact leads to. */
  reportOf(row: number): Report {
    const contact = this.contactOf(row);
    return this.madeOn(row) + 1 < contact.attempts ? UNANSWERED : lastOf(contact);
  }

  /** One attempt was made, whatever it led to. Answers how many the file still has. */
  noteAttempt(row: number): number {
    const made = this.madeOn(row) + 1;
    this.attemptsMade.set(row, made);
    this.attemptsLeft -= 1;
    return this.contactOf(row).attempts - made;
  }

  private madeOn(row: number): number {
    return this.attemptsMade.get(row) ?? 0;
  }

  private contactOf(row: number): Contact {
    const contact = this.contacts[row - 1];
    if (!contact) throw new RangeError(`the file has no row ${row}`);
    return contact;
  }
}

const lastOf = ({ row, sold, talkSeconds }: Contact): Report => ({
  ending: 'answered',
  spokeWith: 'decision-maker',
  talkSeconds,
  outcome: sold ? { code: 'order', form: orderFormOf(row) } : { code: 'declined', reason: 'said-no' },
});
