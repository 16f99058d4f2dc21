import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { accountDecider } from '#domain/account/account.decider';
import { cardDecider } from '#domain/card/card.decider';
import type { CampaignSettings } from '#events/contracts/index';
import { accountStream, cardStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { LockTransfer } from '#processes/locks/lock-transfer';
import { ReceiverCannotReceive } from '../accounts/access.errors.js';
import { cardAnswer, type CardAnswer } from '../cards/card-answer.js';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { saved, type Saved } from '../shared/saved.js';
import type { TransferLockDto } from './lock.dto.js';

export class TransferLock extends Command<Saved<CardAnswer>> {
  constructor(
    readonly cardId: string,
    readonly asked: TransferLockDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** R3, R24: a lead's, with a reason, to an active caller who has room; the slot moves with it. */
@CommandHandler(TransferLock)
export class TransferLockHandler implements ICommandHandler<TransferLock> {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly campaigns: CampaignLookup,
    private readonly locks: LockTransfer,
  ) {}

  async execute({ cardId, asked, cause }: TransferLock): Promise<Saved<CardAnswer>> {
    await this.mustReceive(asked.toCallerId);
    const transfer = { cardId, ...asked, transferredBy: cause.actor };
    const decision = await this.locks.transfer(transfer, await this.settingsOf(cardId), cause);
    return saved(cardAnswer(cardId, decision.state, cause.occurredAt), decision);
  }

  private async mustReceive(accountId: string): Promise<void> {
    const { state } = await this.runner.load(accountDecider, accountStream(accountId));
    if (state.status !== 'active' || state.role !== 'caller') throw new ReceiverCannotReceive();
  }

  /** Of the campaign for which the promise was made. */
  private async settingsOf(cardId: string): Promise<CampaignSettings> {
    const { state } = await this.runner.load(cardDecider, cardStream(cardId));
    return (await this.campaigns.inWhich(state, state.lock?.roundId)).settings;
  }
}
