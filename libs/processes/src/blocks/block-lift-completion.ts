import { liftsOnCards } from '#domain/consequences/block-consequences';
import type { CompanyBlockLifted, NumberBlockLifted } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { Consequences } from '../consequences.js';
import type { BlockFinder, BlockReach } from '../finding/block-finder.js';
import type { CardFinder } from '../finding/card-finder.js';
import { idOf } from '../shared/stream-id.js';
import { BlockLift } from './block-lift.js';

const NOWHERE: BlockReach = { numberIds: [], cardIds: [] };

/** R6: a lift that has reached one stream reaches the others that carry the block, also where a crash cut it short. */
export class BlockLiftCompletion {
  private readonly consequences: Consequences;
  private readonly everywhere: BlockLift;

  constructor(
    runner: DecisionRunner,
    private readonly cards: CardFinder,
    private readonly blocks: BlockFinder,
  ) {
    this.consequences = new Consequences(runner);
    this.everywhere = new BlockLift(runner);
  }

  /** The cards with the number by themselves, too: one may have been barred after the views were read. */
  async numberLifted(
    { streamId, data: { liftedAt: _, ...lift } }: Recorded<NumberBlockLifted>,
    cause: Cause,
  ): Promise<void> {
    for await (const cardIds of this.cards.withNumber(idOf(streamId))) {
      await this.consequences.onCards(liftsOnCards(lift, cardIds, cause.occurredAt), cause);
    }
    const reach = await this.blocks.reachOf(lift.blockId);
    if (reach) await this.everywhere.lift(reach, lift, cause);
  }

  async companyLifted(
    { streamId, data: { liftedAt: _, ...lift } }: Recorded<CompanyBlockLifted>,
    cause: Cause,
  ): Promise<void> {
    const reach = (await this.blocks.reachOf(lift.blockId)) ?? NOWHERE;
    await this.everywhere.lift({ ...reach, companyId: idOf(streamId) }, lift, cause);
  }
}
