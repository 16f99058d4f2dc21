import { companyDecider } from '#domain/company/company.decider';
import type { Company } from '#domain/company/company';
import {
  asNumberBlock,
  barsByNumber,
  blocksOnNumbers,
  everywhereIn,
  onCardsOfCompany,
  type Reached,
} from '#domain/consequences/block-consequences';
import { numberDecider } from '#domain/number/number.decider';
import type {
  CompanyBlockDismissed,
  CompanyBlocked,
  CompanyBlockProposed,
  CompanyEvent,
  NumberBlocked,
} from '#events/contracts/index';
import { companyStream, numberStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { Consequences } from '../consequences.js';
import type { CardFinder } from '../finding/card-finder.js';
import { idOf } from '../shared/stream-id.js';
import { statusOf } from './block-lift.js';

/**
 * R6: brings a block to every card and number that it concerns. What holds now on the number's or company's stream
 * decides, never the event alone: one that comes late or again brings nothing back that was lifted since.
 */
export class BlockFanOut {
  private readonly consequences: Consequences;

  constructor(
    private readonly runner: DecisionRunner,
    private readonly cards: CardFinder,
  ) {
    this.consequences = new Consequences(runner);
  }

  async numberBlocked({ streamId, data: { blockId } }: Recorded<NumberBlocked>, cause: Cause): Promise<void> {
    const numberId = idOf(streamId);
    if (!(await this.blocksOf(numberId)).includes(blockId)) return;
    for await (const cardIds of this.cards.withNumber(numberId)) {
      await this.consequences.onCards(barsByNumber(blockId, cardIds, cause.occurredAt), cause);
    }
  }

  async companyBlocked({ streamId, data }: Recorded<CompanyBlocked>, cause: Cause): Promise<void> {
    const { state } = await this.runner.load(companyDecider, streamId);
    if (statusOf(state, data.blockId) === 'blocked')
      await this.silence(idOf(streamId), data, everywhereIn(state), cause);
  }

  /** The workplace that asked is silent already. */
  async companyBlockProposed({ streamId, data }: Recorded<CompanyBlockProposed>, cause: Cause): Promise<void> {
    const { blockId, cardId, proposedBy: by } = data;
    const { state } = await this.runner.load(companyDecider, streamId);
    if (statusOf(state, blockId) !== 'proposed') return;
    const others = state.workplaces.filter((workplace) => workplace !== cardId);
    const freezes = onCardsOfCompany({ blockId, status: 'proposed', by }, others, cause.occurredAt);
    await this.consequences.onCards(freezes, cause);
  }

  async companyBlockDismissed({ streamId, data }: Recorded<CompanyBlockDismissed>, cause: Cause): Promise<void> {
    const { blockId, dismissedBy: by } = data;
    const { state } = await this.runner.load(companyDecider, streamId);
    if (statusOf(state, blockId) !== 'dismissed') return;
    const thaws = onCardsOfCompany({ blockId, status: 'dismissed', by }, state.workplaces, cause.occurredAt);
    await this.consequences.onCards(thaws, cause);
  }

  /** A number or workplace that joins a company inherits its blocks, and waits with the others where one is proposed. */
  async joined(companyId: string, joining: Reached, cause: Cause): Promise<void> {
    const { state, events } = await this.runner.load(companyDecider, companyStream(companyId));
    for (const block of standingBlocks(state, events)) await this.silence(companyId, block, joining, cause);
    for (const { blockId, status } of state.blocks) {
      if (status !== 'proposed') continue;
      const freezes = onCardsOfCompany({ blockId, status, by: cause.actor }, joining.cardIds, cause.occurredAt);
      await this.consequences.onCards(freezes, cause);
    }
  }

  /** A card that has, or gets, a blocked number. */
  async numbersOnCard(cardId: string, numberIds: readonly string[], cause: Cause): Promise<void> {
    for (const numberId of numberIds) {
      const blockIds = await this.blocksOf(numberId);
      const bars = blockIds.flatMap((blockId) => barsByNumber(blockId, [cardId], cause.occurredAt));
      await this.consequences.onCards(bars, cause);
    }
  }

  private async silence(
    companyId: string,
    block: CompanyBlocked['data'],
    { numberIds, cardIds }: Reached,
    cause: Cause,
  ): Promise<void> {
    const { blockId, blockedBy: by } = block;
    const numbers = blocksOnNumbers(asNumberBlock(block, companyId), numberIds, cause.occurredAt);
    const cards = onCardsOfCompany({ blockId, status: 'blocked', by }, cardIds, cause.occurredAt);
    await this.consequences.onNumbers(numbers, cause);
    await this.consequences.onCards(cards, cause);
  }

  private async blocksOf(numberId: string): Promise<readonly string[]> {
    const { state } = await this.runner.load(numberDecider, numberStream(numberId));
    return state.blocks.map(({ blockId }) => blockId);
  }
}

const standingBlocks = (company: Company, events: readonly CompanyEvent[]): CompanyBlocked['data'][] =>
  events.flatMap((event) =>
    event.type === 'CompanyBlocked' && statusOf(company, event.data.blockId) === 'blocked' ? [event.data] : [],
  );
