import {
  EventStore,
  type Appended,
  type ExpectedRevision,
  type LogBatch,
  type ReadAllOptions,
  type ReadStreamOptions,
  type SubscribeOptions,
} from '#events/store/event-store';
import { RevisionConflict } from '#events/store/event-store.errors';
import type { NewEvent, Position, Recorded } from '#events/store/recorded-event';
import type { Metrics } from './metrics.js';

/** The store, with its appends timed and its conflicts counted. */
export class MeasuredEventStore extends EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  override async append(streamId: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    const began = performance.now();
    try {
      return await this.store.append(streamId, events, expected);
    } catch (error) {
      (error instanceof RevisionConflict ? this.metrics.conflicts : this.metrics.storeFailures).inc();
      throw error;
    } finally {
      this.metrics.appends.observe((performance.now() - began) / 1000);
    }
  }

  override readStream(streamId: string, options?: ReadStreamOptions): Promise<readonly Recorded[]> {
    return this.store.readStream(streamId, options);
  }

  override readAll(options: ReadAllOptions): Promise<readonly Recorded[]> {
    return this.store.readAll(options);
  }

  override subscribe(options: SubscribeOptions): AsyncIterable<LogBatch> {
    return this.store.subscribe(options);
  }

  override head(): Promise<Position> {
    return this.store.head();
  }

  override close(): Promise<void> {
    return this.store.close();
  }
}
