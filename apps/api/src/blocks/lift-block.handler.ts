import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { mustShowEvidence, mustStateReason } from '#domain/shared/stated';
import type { Cause } from '#events/deciding/cause';
import { BlockLift } from '#processes/blocks/block-lift';
import { reachOf } from '#read-models/block-list/block-reach';
import { saved, type Saved } from '../shared/saved.js';
import type { LiftBlockDto } from './block.dto.js';
import { KnownBlocks } from './known-blocks.js';

export class LiftBlock extends Command<Saved<undefined>> {
  constructor(
    readonly blockId: string,
    readonly asked: LiftBlockDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** R6: an admin's, with reason and evidence; everywhere at once, and both facts stay in the log. */
@CommandHandler(LiftBlock)
export class LiftBlockHandler implements ICommandHandler<LiftBlock> {
  constructor(
    private readonly blocks: KnownBlocks,
    private readonly everywhere: BlockLift,
  ) {}

  async execute({ blockId, asked: { reason, evidence }, cause }: LiftBlock): Promise<Saved<undefined>> {
    mustStateReason(reason);
    mustShowEvidence(evidence);
    const reach = reachOf(await this.blocks.get(blockId));
    const lift = { blockId, liftedBy: cause.actor, reason, evidence };
    return saved(undefined, ...(await this.everywhere.lift(reach, lift, cause)));
  }
}
