import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { RoundUnknown } from '#domain/campaign/campaign.errors';
import { readBoard } from '#read-models/round-board/read-board';
import { rounds, type RoundRow } from '#read-models/rounds/rounds.projection';
import { ReadStore } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { measuresShown } from '../figures/measures-shown.js';
import { accountNames } from '../shared/names.js';
import type { BoardDto } from './board.dto.js';
import { callbackShown } from './callbacks-shown.js';

export class GetBoard extends Query<BoardDto> {
  constructor(readonly roundId: string) {
    super();
  }
}

@QueryHandler(GetBoard)
export class GetBoardHandler implements IQueryHandler<GetBoard> {
  constructor(
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ roundId }: GetBoard): Promise<BoardDto> {
    const round = await this.views.get(rounds, roundId);
    if (!round) throw new RoundUnknown(roundId);
    const at = this.clock.now();
    const { statuses, callers, holding, overdue } = await readBoard(this.views, { roundId, now: at });
    const people = [...callers.map(({ callerId }) => callerId), ...overdue.map(({ ownerId }) => ownerId)];
    const names = await accountNames(this.views, [...people, ...holding.map(({ callerId }) => callerId)]);
    const named = <T extends { readonly callerId: string }>(one: T) => ({
      ...one,
      callerName: names.get(one.callerId),
    });
    return {
      ...roundShown(round),
      at,
      cards: Object.values(statuses).reduce((sum, count) => sum + count, 0),
      statuses,
      callers: callers.map(({ today, ...caller }) => ({
        ...named(caller),
        ...(today && { today: measuresShown(today) }),
      })),
      holding: holding.map(named),
      overdue: overdue.map((row) => callbackShown(row, at, names.get(row.ownerId))),
    };
  }
}

const roundShown = ({ key: roundId, name: roundName, campaignId, closedAt }: RoundRow) => ({
  roundId,
  roundName,
  campaignId,
  ...(closedAt !== undefined && { closedAt }),
});
