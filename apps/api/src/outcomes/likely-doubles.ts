import { Injectable } from '@nestjs/common';
import type { Card } from '#domain/card/card';
import { cardsWithNumber } from '#read-models/card/card-numbers';
import { cards } from '#read-models/card/card.projection';
import { cardsOfCompany } from '#read-models/card/cards-of-company';
import { ReadStore } from '#read-models/store/read-store';

/** A municipality has hundreds of cards: the double is sought among so many. */
const MOST_CARDS = 100;

/** "You just rang": the other card with the same number, else of the same company, that was called last. */
@Injectable()
export class LikelyDoubles {
  constructor(private readonly views: ReadStore) {}

  async of(cardId: string, { numbers, companyId }: Card): Promise<string | undefined> {
    const sources = [
      ...numbers.map(({ numberId }) => cardsWithNumber(this.views, numberId)),
      ...(companyId === undefined ? [] : [cardsOfCompany(this.views, companyId)]),
    ];
    for (const source of sources) {
      const double = await this.lastCalled(source, cardId);
      if (double !== undefined) return double;
    }
    return undefined;
  }

  private async lastCalled(source: AsyncGenerator<string>, self: string): Promise<string | undefined> {
    const others: string[] = [];
    for await (const cardId of source) {
      if (cardId !== self) others.push(cardId);
      if (others.length === MOST_CARDS) break;
    }
    const rows = await this.views.getMany(cards, others);
    const called = rows.flatMap(({ key, lastContacts: [last] }) => (last ? [{ key, at: last.at }] : []));
    return called.sort((a, b) => b.at.localeCompare(a.at))[0]?.key;
  }
}
