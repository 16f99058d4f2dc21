import { Injectable } from '@nestjs/common';
import { EventStore } from '#events/store/event-store';
import { EventUnreadable } from '#events/versioning/versioning.errors';
import type { Position } from '#events/store/recorded-event';
import { projections } from '#read-models/projections';
import { checkpointIfShown } from '#read-models/store/checkpoint-if-shown';
import { furthestBehind } from '#read-models/store/furthest-behind';
import { ViewUnavailable } from '#read-models/store/read-store.errors';
import { ReadStore } from '#read-models/store/read-store';
import type { ReadyDto } from './operations.dto.js';

/** Longer than another projector needs to take over, so that nothing is said of that. */
const STANDS_STILL_MS = 30_000;

/** Whether requests can be answered, and whether the lists show what has happened. */
@Injectable()
export class Readiness {
  constructor(
    private readonly store: EventStore,
    private readonly views: ReadStore,
  ) {}

  /** @throws StoreUnavailable, ReadModelsUnavailable, and ViewUnavailable where no view has ever been shown */
  async now(): Promise<ReadyDto['status']> {
    const found = await Promise.all(projections.map((view) => checkpointIfShown(this.views, view)));
    const head = await this.store.head();
    const shown = found.filter((checkpoint) => checkpoint !== undefined);
    if (shown.length === 0) throw new ViewUnavailable(projections.map(({ name }) => name).join(', '));
    if (shown.length < projections.length) return 'building';
    const reached = furthestBehind(shown);
    return reached < head && (await this.standStillAt(reached)) ? 'behind' : 'ok';
  }

  private async standStillAt(position: Position): Promise<boolean> {
    try {
      const [missing] = await this.store.readAll({ beyond: position, limit: 1 });
      return missing !== undefined && Date.now() - Date.parse(missing.recordedAt) > STANDS_STILL_MS;
    } catch (error) {
      // Of a newer release: no projector of this one gets past it.
      if (error instanceof EventUnreadable) return true;
      throw error;
    }
  }
}
