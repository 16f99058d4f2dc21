export interface CardInRound {
  readonly cardId: string;
  readonly priority: number;
}

/** Cards by what they have in common, as the read models know them. In pages, each card once. */
export abstract class CardFinder {
  abstract withNumber(numberId: string): AsyncIterable<readonly string[]>;
  abstract inRound(roundId: string): AsyncIterable<readonly CardInRound[]>;
}
