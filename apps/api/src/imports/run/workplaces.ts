import { v7 as uuidv7 } from 'uuid';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import { cardStream } from '#events/contracts/stream-names';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { UniqueKeys } from './unique-keys.js';

/** Which card the keys of a row lead to. */
export interface Found {
  readonly cardId: string;
  /** Nothing was known of the workplace: the id has just been made. */
  readonly isNew: boolean;
  /** Holder of each key, in the order of the keys. */
  readonly holders: readonly (string | undefined)[];
  /** Absent where the card is still to be made. */
  readonly card?: Card;
}

/** Finds cards by the keys of their workplace, and claims those keys before a card is made. */
export class Workplaces {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly uniqueKeys: UniqueKeys,
  ) {}

  async find(keys: readonly string[]): Promise<Found> {
    const holders = await Promise.all(keys.map((key) => this.uniqueKeys.holderOf(key)));
    const candidates = [...new Set(holders.filter((holder) => holder !== undefined))];
    for (const cardId of candidates) {
      const { state: card } = await this.decisions.load(cardDecider, cardStream(cardId));
      if (card.imported) return { cardId, holders, card, isNew: false };
    }
    // Of ids without a card the one that holds the last key wins: everybody claims in the same order, so all agree on it.
    const claimed = holders.findLast((holder) => holder !== undefined);
    return { cardId: claimed ?? uuidv7(), holders, isNew: claimed === undefined };
  }

  /** Whether all keys are held now, by this card or another; not where somebody else took one meanwhile. */
  async claim(keys: readonly string[], { cardId, holders }: Found): Promise<boolean> {
    for (const [index, key] of keys.entries()) {
      if (holders[index] === undefined && (await this.uniqueKeys.claim(key, cardId)) !== cardId) return false;
    }
    return true;
  }
}
