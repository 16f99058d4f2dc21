import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { campaignDecider } from '#domain/campaign/campaign.decider';
import { campaignStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { saved, type Saved } from '../shared/saved.js';

export class CloseRound extends Command<Saved<undefined>> {
  constructor(
    readonly campaignId: string,
    readonly roundId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(CloseRound)
export class CloseRoundHandler implements ICommandHandler<CloseRound> {
  constructor(private readonly decisions: DecisionRunner) {}

  async execute({ campaignId, roundId, cause }: CloseRound): Promise<Saved<undefined>> {
    const data = { roundId, closedBy: cause.actor, now: cause.occurredAt };
    const command = { type: 'CloseRound', data } as const;
    return saved(undefined, await this.decisions.run(campaignDecider, campaignStream(campaignId), command, cause));
  }
}
