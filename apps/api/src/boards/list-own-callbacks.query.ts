import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { callbacks } from '#read-models/callbacks/callbacks';
import { ReadStore } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { callbackShown } from './callbacks-shown.js';
import type { OwnCallbacksDto } from './own-callbacks.dto.js';

/** More than any campaign lets a caller hold (R24), and what a colleague who left handed over. */
const AT_MOST = 1000;

export class ListOwnCallbacks extends Query<OwnCallbacksDto> {
  constructor(readonly ownerId: string) {
    super();
  }
}

@QueryHandler(ListOwnCallbacks)
export class ListOwnCallbacksHandler implements IQueryHandler<ListOwnCallbacks> {
  constructor(
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ ownerId }: ListOwnCallbacks): Promise<OwnCallbacksDto> {
    const now = this.clock.now();
    const { rows } = await this.views.seek(callbacks, { index: 'of-owner', equals: { ownerId }, limit: AT_MOST });
    const shown = rows.map((row) => callbackShown(row, now));
    return { callbacks: shown, due: shown.filter(({ rung }) => rung !== 'later').length };
  }
}
