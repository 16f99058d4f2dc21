import { CardFinder, type CardInRound } from '#processes/finding/card-finder';
import { cardNumbers } from '#read-models/card/card-numbers';
import { cardsInRound } from '#read-models/rounds/round-cards';
import { pagesOf } from '#read-models/store/pages-of';
import type { ReadStore } from '#read-models/store/read-store';

export class ViewsCardFinder extends CardFinder {
  constructor(private readonly views: ReadStore) {
    super();
  }

  override async *withNumber(numberId: string): AsyncGenerator<readonly string[]> {
    const pages = pagesOf(this.views, cardNumbers, { index: 'of-number', equals: { numberId } });
    for await (const page of pages) yield page.map(({ cardId }) => cardId);
  }

  override inRound(roundId: string): AsyncIterable<readonly CardInRound[]> {
    return cardsInRound(this.views, roundId);
  }
}
