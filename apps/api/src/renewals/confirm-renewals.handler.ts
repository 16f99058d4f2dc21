import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { Renewals } from '#processes/renewals/renewals';
import { inParallel } from '#processes/shared/in-parallel';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { saved, type Saved } from '../shared/saved.js';
import type { RenewedListDto } from './renewal.dto.js';
import { renewalRoundOf } from './renewal-round.js';

export class ConfirmRenewals extends Command<Saved<RenewedListDto>> {
  constructor(
    readonly roundId: string,
    readonly cardIds: readonly string[],
    readonly cause: Cause,
  ) {
    super();
  }
}

/** Decided anew for each: what was due when it was shown may not be now. */
@CommandHandler(ConfirmRenewals)
export class ConfirmRenewalsHandler implements ICommandHandler<ConfirmRenewals> {
  constructor(
    private readonly renewals: Renewals,
    private readonly campaigns: CampaignLookup,
  ) {}

  async execute({ roundId, cardIds, cause }: ConfirmRenewals): Promise<Saved<RenewedListDto>> {
    const round = await renewalRoundOf(this.campaigns, roundId);
    const each = await inParallel(cardIds, (cardId) => this.renewals.renew(cardId, round, cause));
    return saved({ customers: each.map(({ renewed }) => renewed) }, ...each.flatMap(({ done }) => done));
  }
}
