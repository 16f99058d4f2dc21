import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cardDecider } from '#domain/card/card.decider';
import { CardIsUnknown } from '#domain/card/card.errors';
import type { Card } from '#domain/card/card';
import { companyDecider } from '#domain/company/company.decider';
import { maskCompanyNumber } from '#domain/shared/company-number';
import { cardStream, companyStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { blockList } from '#read-models/block-list/block-list.projection';
import { ReadStore } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import type { BlockDto } from '../blocks/block-list.dto.js';
import { blocksShown } from '../blocks/blocks-shown.js';
import { accountNames } from '../shared/names.js';
import { cardAnswer } from './card-answer.js';
import { historyOf, lastServedOf } from './card-history.js';
import type { CardCompanyDto, CardWithHistory } from './card-history.dto.js';

export class GetCard extends Query<CardWithHistory> {
  constructor(readonly cardId: string) {
    super();
  }
}

/** Card and company come from their own streams, so that they are never stale; names and blocks from the views. */
@QueryHandler(GetCard)
export class GetCardHandler implements IQueryHandler<GetCard> {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ cardId }: GetCard): Promise<CardWithHistory> {
    const { state: card, events } = await this.decisions.load(cardDecider, cardStream(cardId));
    if (!card.imported) throw new CardIsUnknown();
    const names = await accountNames(
      this.views,
      events.map(({ metadata }) => metadata.actor),
    );
    const lastServed = lastServedOf(events, names);
    const company = card.companyId === undefined ? undefined : await this.companyOf(card.companyId);
    return {
      ...cardAnswer(cardId, card, this.clock.now()),
      ...(lastServed && { lastServed }),
      ...(company && { company }),
      blocks: await this.blocksOf(card),
      history: historyOf(events, names),
    };
  }

  private async blocksOf({ bars, freezes }: Card): Promise<BlockDto[]> {
    return blocksShown(this.views, await this.views.getMany(blockList, [...bars, ...freezes]));
  }

  private async companyOf(companyId: string): Promise<CardCompanyDto> {
    const { state, events } = await this.decisions.load(companyDecider, companyStream(companyId));
    const registered = events.find((event) => event.type === 'CompanyRegistered')?.data;
    return {
      companyId,
      ...(registered && { ...legalNameOf(registered), companyNumber: maskCompanyNumber(registered.companyNumber) }),
      ...(state.ceasedAt !== undefined && { ceasedAt: state.ceasedAt }),
      workplaces: state.workplaces.length,
    };
  }
}

const legalNameOf = ({ legalName }: { readonly legalName?: string }): Pick<CardCompanyDto, 'legalName'> =>
  legalName === undefined ? {} : { legalName };
