import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cardDecider } from '#domain/card/card.decider';
import { entryOf } from '#domain/card/status';
import { readOrderForm } from '#domain/order/order-form';
import { OrderFormRefused } from '#domain/order/order-form.errors';
import { readBackOf } from '#domain/order/read-back';
import { cardStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { Clock } from '#runtime/clock';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { told } from '../shared/problem.js';
import type { Language } from '../texts/texts.js';
import { orderFormInput } from './order-form.dto.js';
import { orderContext } from './outcome-input.js';
import type { OrderPreviewDto, PreviewOrderDto } from './preview-order.dto.js';

export class PreviewOrder extends Query<OrderPreviewDto> {
  constructor(
    readonly cardId: string,
    readonly asked: PreviewOrderDto,
    /** Of the client, for the warnings; the read-back has its own. */
    readonly clientLanguage: Language,
  ) {
    super();
  }
}

/** What the outcome `order` would record, read by the same rules and recorded nowhere. */
@QueryHandler(PreviewOrder)
export class PreviewOrderHandler implements IQueryHandler<PreviewOrder> {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly campaigns: CampaignLookup,
    private readonly clock: Clock,
  ) {}

  async execute({ cardId, asked, clientLanguage }: PreviewOrder): Promise<OrderPreviewDto> {
    const { roundId, form, language = 'sv' } = asked;
    const { state: card } = await this.decisions.load(cardDecider, cardStream(cardId));
    const { settings } = await this.campaigns.of(entryOf(card, roundId).campaignId);
    const context = orderContext({ card, roundId, settings, now: this.clock.now() });
    const reading = readOrderForm(orderFormInput(form), context);
    if (!reading.ok) throw new OrderFormRefused(reading.errors, reading.warnings);
    const { totalOre, totalVatOre } = reading.value;
    return {
      readBack: readBackOf(reading.value, language),
      totalOre,
      totalVatOre,
      warnings: told(reading.warnings, clientLanguage),
    };
  }
}
