import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Card } from '#domain/card/card';
import { statusOf } from '#domain/card/status';
import { claimKeyDecider } from '#domain/claim-key/claim-key.decider';
import { companyNumberOf } from '#domain/shared/company-number';
import { phoneNumberOf } from '#domain/shared/phone-number';
import type { Instant } from '#events/contracts/index';
import { companyNumberKeyStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { cardsWithNumber } from '#read-models/card/card-numbers';
import { cards } from '#read-models/card/card.projection';
import type { CardRow } from '#read-models/card/card-row';
import { cardsOfCompany } from '#read-models/card/cards-of-company';
import { findByName } from '#read-models/search/find-by-name';
import { ReadStore } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { KeyedHash } from '#runtime/keyed-hash';
import type { CardSearchDto, CardsFoundDto, FoundCardDto } from './search.dto.js';
import { SearchNeedsOneTerm } from './search.errors.js';

const FOUND_AT_MOST = 20;

export class SearchCards extends Query<CardsFoundDto> {
  constructor(readonly search: CardSearchDto) {
    super();
  }
}

/** By keyed hash or by name: what was typed is personal and stands in no URL, log or error. */
@QueryHandler(SearchCards)
export class SearchCardsHandler implements IQueryHandler<SearchCards> {
  constructor(
    private readonly views: ReadStore,
    private readonly decisions: DecisionRunner,
    private readonly hash: KeyedHash,
    private readonly clock: Clock,
  ) {}

  async execute({ search }: SearchCards): Promise<CardsFoundDto> {
    const rows = await this.views.getMany(cards, await this.idsOf(search));
    const now = this.clock.now();
    return { cards: rows.map((row) => shown(row, now)) };
  }

  /** @throws SearchNeedsOneTerm, PhoneUnreadable, PhoneNotDialable, CompanyNumberUnreadable, CompanyNumberImpossible */
  private async idsOf({
    phone,
    companyNumber,
    name,
    limit = FOUND_AT_MOST,
  }: CardSearchDto): Promise<readonly string[]> {
    const terms = [phone, companyNumber, name].filter((term) => term !== undefined);
    if (terms.length !== 1) throw new SearchNeedsOneTerm();
    if (name !== undefined) return findByName(this.views, name, limit);
    if (phone !== undefined) return taken(this.withPhone(phone), limit);
    return taken(this.ofCompany(companyNumber ?? ''), limit);
  }

  private withPhone(phone: string): AsyncIterable<string> {
    return cardsWithNumber(this.views, this.hash.of('number', phoneNumberOf(phone).e164));
  }

  private async *ofCompany(companyNumber: string): AsyncGenerator<string> {
    const stream = companyNumberKeyStream(this.hash.of('companynumber', companyNumberOf(companyNumber).digits));
    const { state } = await this.decisions.load(claimKeyDecider, stream);
    if (state.holderId !== undefined) yield* cardsOfCompany(this.views, state.holderId);
  }
}

async function taken(ids: AsyncIterable<string>, limit: number): Promise<string[]> {
  const found: string[] = [];
  for await (const id of ids) if (found.push(id) === limit) break;
  return found;
}

function shown({ key: cardId, state, numbers, companyId }: CardRow, now: Instant): FoundCardDto {
  const { workplace, rounds } = state;
  return {
    cardId,
    ...(workplace && { name: workplace.name }),
    ...(workplace?.city !== undefined && { city: workplace.city }),
    phones: numbers.map(({ e164 }) => e164),
    ...(companyId !== undefined && { companyId }),
    // The cast: the status is read from everything but the history.
    rounds: rounds.map(({ roundId, campaignId }) => ({
      roundId,
      campaignId,
      state: statusOf(state as Card, roundId, now),
    })),
  };
}
