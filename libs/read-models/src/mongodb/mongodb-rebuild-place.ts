import { randomUUID } from 'node:crypto';
import type { Projection } from '../store/define-projection.js';
import { RebuildPlace } from '../store/rebuild-place.js';
import type { MongodbOptions } from './mongodb-database.js';
import { MongodbProjectionStore } from './mongodb-projection-store.js';

/** Longest time that a swap takes: what has come since the rows were built, and one write. */
const SWAP_MS = 60_000;

/** Collections of their own beside those that are shown, in the same database. */
export class MongodbRebuildPlace extends RebuildPlace {
  override readonly store: MongodbProjectionStore;
  private readonly shown: MongodbProjectionStore;
  private readonly place = `rebuild-${randomUUID()}`;

  private constructor(url: string, options: MongodbOptions) {
    super();
    this.store = new MongodbProjectionStore(url, { ...options, place: this.place });
    this.shown = new MongodbProjectionStore(url, options);
  }

  /** What rebuilds that were killed have left goes first. */
  static async open(url: string, options: MongodbOptions = {}): Promise<MongodbRebuildPlace> {
    const opened = new MongodbRebuildPlace(url, options);
    const { nowMs = Date.now } = options;
    await opened.shown.discardPlaces(({ untilMs }) => untilMs < nowMs());
    return opened;
  }

  /** By one compare-and-set, under the lease, which is taken from a projector that runs and given back at once: what is shown stands still meanwhile. */
  override async swapIn(projections: readonly Projection[], catchUp: () => Promise<void>): Promise<void> {
    const lease = await this.shown.takeOver(this.place, SWAP_MS);
    try {
      await catchUp();
      await this.shown.swapIn(lease, this.place, projections);
    } finally {
      await this.shown.releaseLease(lease);
    }
  }

  override async discard(): Promise<void> {
    await this.shown.discardPlaces(({ _id }) => _id === this.place);
    await Promise.all([this.store.close(), this.shown.close()]);
  }
}
