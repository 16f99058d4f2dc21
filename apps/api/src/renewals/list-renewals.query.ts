import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Proposal } from '#domain/renewal/renewal';
import { inParallel } from '#processes/shared/in-parallel';
import { Renewals } from '#processes/renewals/renewals';
import type { OrderRow } from '#read-models/orders/order-row';
import { orders } from '#read-models/orders/orders.projection';
import { ReadStore, type Cursor } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { cursorOf, cursorText } from '../shared/paging.js';
import type { ProposedRenewalDto, ProposedRenewalsDto, RenewalsAskedDto } from './renewal.dto.js';
import { renewalRoundOf } from './renewal-round.js';

const ON_A_PAGE = 50;
/** Card and key. */
const CURSOR_LENGTH = 2;
/** After every key: the next page begins with another card. */
const BEYOND_KEYS = '\uffff';

export class ListRenewals extends Query<ProposedRenewalsDto> {
  constructor(
    readonly roundId: string,
    readonly asked: RenewalsAskedDto,
  ) {
    super();
  }
}

/** Nothing is made by looking. */
@QueryHandler(ListRenewals)
export class ListRenewalsHandler implements IQueryHandler<ListRenewals> {
  constructor(
    private readonly renewals: Renewals,
    private readonly campaigns: CampaignLookup,
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ roundId, asked: { after, limit = ON_A_PAGE } }: ListRenewals): Promise<ProposedRenewalsDto> {
    const round = await renewalRoundOf(this.campaigns, roundId);
    const { rows, next } = await this.views.seek(orders, {
      index: 'recurring',
      equals: { recurringIn: round.campaignId },
      limit,
      ...(after !== undefined && { after: cursorOf(after, CURSOR_LENGTH) }),
    });
    const cardIds = [...new Set(rows.map(({ cardId }) => cardId))];
    const customers = await inParallel(cardIds, async (cardId) =>
      shown(cardId, await this.renewals.proposalFor(cardId, round, this.clock.now())),
    );
    return { season: round.season, customers: customers.flat(), ...(next && { next: cursorText(beyond(rows)) }) };
  }
}

const beyond = (rows: readonly OrderRow[]): Cursor => [rows.at(-1)?.cardId ?? '', BEYOND_KEYS];

/** Empty where the view shows what the log no longer does. */
function shown(cardId: string, proposal: Proposal): readonly ProposedRenewalDto[] {
  const { last } = proposal;
  if (!last) return [];
  const { form, origin } = last.order;
  const customer = { cardId, legalName: form.legalName, lastOrderId: last.orderId, lastTakenAt: origin.takenAt };
  if (!proposal.isDue) return [{ ...customer, isDue: false, reason: proposal.reason }];
  const { rows, totalOre, totalVatOre } = proposal.form;
  const proposed = rows.map(({ product, oncePerYear, listPriceOre, vatOre }) => ({
    product,
    oncePerYear,
    listPriceOre,
    vatOre,
  }));
  return [{ ...customer, isDue: true, rows: proposed, totalOre, totalVatOre }];
}
