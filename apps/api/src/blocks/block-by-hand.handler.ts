import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { cardDecider } from '#domain/card/card.decider';
import { CardIsUnknown } from '#domain/card/card.errors';
import type { Card } from '#domain/card/card';
import { NumberNotOnCard } from '#domain/card/holding.errors';
import { companyDecider } from '#domain/company/company.decider';
import { asNumberBlock, blocksOnNumbers, type NumberBlockFacts } from '#domain/consequences/block-consequences';
import { mustStateReason } from '#domain/shared/stated';
import { cardStream, companyStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { Consequences, type Done } from '#processes/consequences';
import { idOfMade } from '../shared/request-cause.js';
import { saved, type Saved } from '../shared/saved.js';
import type { BlockByHandDto, BlockMadeDto } from './block.dto.js';
import { BlockNeedsCompany, BlockNeedsNumber } from './block.errors.js';

export class BlockByHand extends Command<Saved<BlockMadeDto>> {
  constructor(
    readonly asked: BlockByHandDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/**
 * R6: the company first, then its numbers, then the card at hand; answered when all of them carry the block. The other
 * cards follow by a reactor, and no call passes meanwhile: the gate asks number and company.
 */
@CommandHandler(BlockByHand)
export class BlockByHandHandler implements ICommandHandler<BlockByHand> {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly consequences: Consequences,
  ) {}

  async execute({ asked, cause }: BlockByHand): Promise<Saved<BlockMadeDto>> {
    const { cardId, scope } = asked;
    mustStateReason(asked.reason);
    const { state: card } = await this.runner.load(cardDecider, cardStream(cardId));
    if (!card.imported) throw new CardIsUnknown();
    const blockId = idOfMade(cause);
    const onNumbers = await this.blockNumbers(asked, card, cause);
    const bar = { type: 'BarCard', data: { blockId, scope, now: cause.occurredAt } } as const;
    const onCard = await this.consequences.onCards([{ cardId, command: bar }], cause);
    return saved({ blockId }, ...onNumbers, ...onCard);
  }

  private async blockNumbers(asked: BlockByHandDto, card: Card, cause: Cause): Promise<readonly Done[]> {
    const { cardId, numberId, reason } = asked;
    const block: NumberBlockFacts = {
      blockId: idOfMade(cause),
      cause: 'by-hand',
      cardId,
      blockedBy: cause.actor,
      reason,
    };
    const ownNumbers = card.numbers.map((number) => number.numberId);
    switch (asked.scope) {
      case 'number':
        return this.carry(block, [chosenNumber(numberId, ownNumbers)], cause);
      case 'workplace':
        return this.carry(block, ownNumbers, cause);
      case 'company':
        return this.blockCompany(block, card, cause);
    }
  }

  private async blockCompany(block: NumberBlockFacts, card: Card, cause: Cause): Promise<readonly Done[]> {
    const { companyId } = card;
    if (companyId === undefined) throw new BlockNeedsCompany();
    const asked = { ...block, cause: 'by-hand' as const };
    const command = { type: 'BlockCompany', data: { ...asked, now: cause.occurredAt } } as const;
    const step = followingFrom(cause, `company/${companyId}`);
    const decision = await this.runner.run(companyDecider, companyStream(companyId), command, step);
    const reached = [...decision.state.numberIds, ...card.numbers.map(({ numberId }) => numberId)];
    return [decision, ...(await this.carry(asNumberBlock(asked, companyId), reached, cause))];
  }

  private carry(block: NumberBlockFacts, numberIds: readonly string[], cause: Cause): Promise<readonly Done[]> {
    return this.consequences.onNumbers(blocksOnNumbers(block, numberIds, cause.occurredAt), cause);
  }
}

function chosenNumber(numberId: string | undefined, ownNumbers: readonly string[]): string {
  if (numberId === undefined) throw new BlockNeedsNumber();
  if (!ownNumbers.includes(numberId)) throw new NumberNotOnCard(numberId);
  return numberId;
}
