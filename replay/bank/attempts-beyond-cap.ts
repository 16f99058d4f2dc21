import { Refused } from '../engine/api-client.js';
import { atMost } from '../engine/at-most.js';
import type { Desk } from '../engine/desk.js';
import { phoneOf } from '../generated/phone.js';
import type { CampaignPlan } from './campaign-plan.js';

interface ClosedCard {
  readonly cardId: string;
  readonly row: number;
}

/** R5: attempts that the file made beyond the cap. Each is tried on the closed card, and the engine must refuse it. */
export class AttemptsBeyondCap {
  private readonly open: ClosedCard[] = [];
  private readonly cards = new Set<string>();
  private readonly codes = new Map<string, number>();

  constructor(private readonly plan: CampaignPlan) {}

  /** The card was closed as exhausted while the file goes on. */
  add(card: ClosedCard): void {
    this.open.push(card);
  }

  /** One further attempt on each card of which the file has one left. */
  async tryAll(desks: readonly Desk[]): Promise<void> {
    const cards = this.open.splice(0);
    const entries = cards.entries().toArray();
    await atMost(desks.length, entries, async ([index, card]) => {
      await this.tryOne(card, desks[index % desks.length]);
    });
  }

  /** How often the engine said no, and on how many cards. */
  get refused(): { readonly attempts: number; readonly cards: number } {
    const attempts = this.codes.values().reduce((total, count) => total + count, 0);
    return { attempts, cards: this.cards.size };
  }

  /** The engine's reasons with their counts. */
  get reasons(): ReadonlyMap<string, number> {
    return this.codes;
  }

  private async tryOne({ cardId, row }: ClosedCard, desk: Desk | undefined): Promise<void> {
    const code = await desk?.search(phoneOf(row)).then((found) => refusalOf(desk, found));
    if (code !== undefined) {
      this.cards.add(cardId);
      this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    }
    if (this.plan.noteAttempt(row) > 0) this.open.push({ cardId, row });
  }
}

/** The code with which the engine refused to let the card be called; undefined when it did not. */
async function refusalOf(desk: Desk, cardId: string | undefined): Promise<string | undefined> {
  if (cardId === undefined) return undefined;
  try {
    await desk.open(cardId);
    await desk.startCall(cardId);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}
