import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { companyDecider } from '#domain/company/company.decider';
import { CompanyBlockUnknown } from '#domain/company/company.errors';
import { asNumberBlock, blocksOnNumbers } from '#domain/consequences/block-consequences';
import { companyStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { Consequences } from '#processes/consequences';
import { saved, type Saved } from '../shared/saved.js';
import type { CompanyDecisionDto } from './block.dto.js';
import { KnownBlocks } from './known-blocks.js';

export class DecideForCompany extends Command<Saved<undefined>> {
  constructor(
    readonly blockId: string,
    readonly asked: CompanyDecisionDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** R6: whether what one workplace of a larger company asked for holds for all. Its cards follow by a reactor. */
@CommandHandler(DecideForCompany)
export class DecideForCompanyHandler implements ICommandHandler<DecideForCompany> {
  constructor(
    private readonly blocks: KnownBlocks,
    private readonly runner: DecisionRunner,
    private readonly consequences: Consequences,
  ) {}

  async execute({ blockId, asked, cause }: DecideForCompany): Promise<Saved<undefined>> {
    const { companyId, cardId } = await this.blocks.get(blockId);
    if (companyId === undefined) throw new CompanyBlockUnknown(blockId);
    return asked.blockWholeCompany
      ? this.block(companyId, { blockId, reason: asked.reason, ...(cardId !== undefined && { cardId }) }, cause)
      : this.dismiss(companyId, { blockId, reason: asked.reason }, cause);
  }

  private async dismiss(companyId: string, said: Said, cause: Cause): Promise<Saved<undefined>> {
    const data = { ...said, dismissedBy: cause.actor, now: cause.occurredAt };
    const command = { type: 'DismissBlock', data } as const;
    return saved(undefined, await this.runner.run(companyDecider, companyStream(companyId), command, cause));
  }

  /** Answered when every number known to the company carries it. */
  private async block(
    companyId: string,
    said: Said & { readonly cardId?: string },
    cause: Cause,
  ): Promise<Saved<undefined>> {
    const block = { ...said, cause: 'no-more-calls', blockedBy: cause.actor } as const;
    const command = { type: 'BlockCompany', data: { ...block, now: cause.occurredAt } } as const;
    const decision = await this.runner.run(companyDecider, companyStream(companyId), command, cause);
    const numbers = blocksOnNumbers(asNumberBlock(block, companyId), decision.state.numberIds, cause.occurredAt);
    return saved(undefined, decision, ...(await this.consequences.onNumbers(numbers, cause)));
  }
}

interface Said {
  readonly blockId: string;
  readonly reason: string;
}
