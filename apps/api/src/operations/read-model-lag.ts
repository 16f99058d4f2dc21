import { Injectable } from '@nestjs/common';
import { EventStore } from '#events/store/event-store';
import { projections } from '#read-models/projections';
import { lagBehind, type Lag } from '#read-models/runner/lag';
import { furthestShown } from '#read-models/store/furthest-behind';
import { ReadStore } from '#read-models/store/read-store';
import { Metrics } from './metrics.js';

/** How far what is shown is behind the log, by the read model that is furthest behind; looked up when it is asked for. */
@Injectable()
export class ReadModelLag {
  constructor(
    private readonly store: EventStore,
    private readonly views: ReadStore,
    metrics: Metrics,
  ) {
    const lag = 'of the read model that is furthest behind the log';
    metrics.gauge('aterkom_read_model_lag_events', `Events not yet shown, ${lag}; counted up to 1000`, async () => {
      const { events } = await this.now();
      return events;
    });
    metrics.gauge('aterkom_read_model_lag_seconds', `Age of the oldest event not yet shown, ${lag}`, async () => {
      const { seconds } = await this.now();
      return seconds;
    });
  }

  async now(): Promise<Lag> {
    return lagBehind(this.store, await furthestShown(this.views, projections), Date.now());
  }
}
