import type { Reached } from '#domain/consequences/block-consequences';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import { BlockFanOut } from '#processes/blocks/block-fan-out';
import { BlockLiftCompletion } from '#processes/blocks/block-lift-completion';
import type { BlockFinder } from '#processes/finding/block-finder';
import type { CardFinder } from '#processes/finding/card-finder';
import { idOf } from '#processes/shared/stream-id';
import type { Reactor } from './reactor.js';

/** R6: blocks and lifts reach every number and card that they concern; who joins inherits. In log order, for a lift follows its block. */
export function blocksReactor(runner: DecisionRunner, cards: CardFinder, blocks: BlockFinder): Reactor {
  const fanOut = new BlockFanOut(runner, cards);
  const completion = new BlockLiftCompletion(runner, cards, blocks);
  return {
    name: 'blocks',
    on: {
      NumberBlocked: (event, { cause }) => fanOut.numberBlocked(event, cause),
      CompanyBlocked: (event, { cause }) => fanOut.companyBlocked(event, cause),
      CompanyBlockProposed: (event, { cause }) => fanOut.companyBlockProposed(event, cause),
      CompanyBlockDismissed: (event, { cause }) => fanOut.companyBlockDismissed(event, cause),
      NumberBlockLifted: (event, { cause }) => completion.numberLifted(event, cause),
      CompanyBlockLifted: (event, { cause }) => completion.companyLifted(event, cause),
      WorkplaceJoined: ({ streamId, data: { cardId, numberIds } }, { cause }) =>
        fanOut.joined(idOf(streamId), { cardIds: [cardId], numberIds }, cause),
      CompanyNumberKnown: ({ streamId, data: { numberId } }, { cause }) =>
        fanOut.joined(idOf(streamId), { cardIds: [], numberIds: [numberId] }, cause),
      CardImported: async ({ streamId, data: { numbers, companyId } }, { cause }) => {
        const numberIds = numbers.map(({ numberId }) => numberId);
        await fanOut.numbersOnCard(idOf(streamId), numberIds, cause);
        if (companyId !== undefined) await fanOut.joined(companyId, cardAlone(streamId), cause);
      },
      CardNumberAdded: ({ streamId, data: { number } }, { cause }) =>
        fanOut.numbersOnCard(idOf(streamId), [number.numberId], cause),
      CardJoinedCompany: ({ streamId, data: { companyId } }, { cause }) =>
        fanOut.joined(companyId, cardAlone(streamId), cause),
    },
  };
}

/** Its numbers come with the company's own event. */
const cardAlone = (streamId: string): Reached => ({ cardIds: [idOf(streamId)], numberIds: [] });
