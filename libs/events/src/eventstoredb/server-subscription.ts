import type { EventCodec } from '../versioning/event-codec.js';
import { Bell } from '../store/bell.js';
import type { LogBatch } from '../store/event-store.js';
import type { Position } from '../store/recorded-event.js';
import type { StoredEvent } from '../versioning/stored-event.js';
import { LiveFeed } from './live-feed.js';
import { isPassing } from './server-errors.js';
import type { ServerLog } from './server-log.js';
import type { ServerSettings } from './server-settings.js';
import { SilenceWatch } from './silence-watch.js';
import { every, paused } from './timers.js';
import type { WantedStreams } from './stream-names.js';

export interface SubscriptionOptions {
  readonly log: ServerLog;
  readonly codec: EventCodec;
  readonly settings: ServerSettings;
  readonly wanted: WantedStreams;
  readonly batchSize: number;
  readonly signal: AbortSignal;
  /** @throws StoreUnavailable when the store was closed */
  readonly refuseClosed: () => void;
}

/**
 * Reads the log in pages up to its head, then follows it live. However the live part ends, cleanly, with an error, in
 * silence or because its reader is too slow, the next page begins after the last event that was handed over.
 */
export class ServerSubscription {
  private readonly bell = new Bell();
  /** Since the live part last brought something. */
  private failures = 0;

  constructor(
    private position: Position,
    private readonly options: SubscriptionOptions,
  ) {}

  /** @throws PositionBeyondLog, StoreUnavailable */
  async *batches(): AsyncGenerator<LogBatch, void> {
    const { signal, refuseClosed, settings } = this.options;
    while (!signal.aborted) {
      try {
        yield* this.catchUp();
        yield* this.live();
      } catch (error) {
        refuseClosed();
        if (!isPassing(error)) throw error;
        this.report('the event store does not answer', error);
      }
      if (this.failures > 0) await paused(settings.timers, this.pauseMs, signal);
      this.failures++;
    }
    refuseClosed();
  }

  /** What the log holds when this begins. */
  private async *catchUp(): AsyncGenerator<LogBatch, void> {
    const { log, wanted, batchSize: limit, signal } = this.options;
    const newest = await log.newestBeyond(this.position);
    if (!newest) return;
    for (let mayHoldMore = true; mayHoldMore && this.position < newest.position && !signal.aborted;) {
      const page = await log.page({ beyond: this.position, limit, wanted, upTo: newest });
      mayHoldMore = page.isFull;
      // Told is what the page itself shows, for another node may have answered it than the one that told the newest.
      if (page.lookedUpTo !== undefined) yield this.batch(page.events, page.lookedUpTo);
    }
  }

  private async *live(): AsyncGenerator<LogBatch, void> {
    const { log, wanted, settings, signal } = this.options;
    if (signal.aborted) return;
    const feed = new LiveFeed(await log.subscription(this.position, wanted), log, this.bell, settings.bufferEvents);
    let isLookDue = false;
    const stopLooking = every(settings.timers, settings.lookEveryMs, () => {
      isLookDue = true;
      this.bell.ring();
    });
    try {
      yield* this.fed(feed, () => isLookDue && !(isLookDue = false));
    } finally {
      stopLooking();
      feed.close();
    }
  }

  private async *fed(feed: LiveFeed, isLookDue: () => boolean): AsyncGenerator<LogBatch, void> {
    const { log, wanted, batchSize, signal } = this.options;
    const watch = new SilenceWatch(log, wanted, batchSize);
    while (!signal.aborted) {
      const events = feed.next(batchSize);
      const last = events.at(-1);
      if (last) {
        this.failures = 0;
        yield this.batch(
          events.filter((event) => this.isNew(event)),
          last.position,
        );
      } else if (feed.ending) {
        this.report(`the subscription has ended: ${feed.ending.reason}`, feed.ending.error);
        return;
      } else if (isLookDue()) {
        const passed = await watch.look(this.position);
        // What has come while it was looked up is told first.
        if (feed.hasNews) continue;
        if (passed === 'stalled') {
          this.report('the subscription has fallen silent');
          return;
        }
        if (passed > this.position) yield this.batch([], passed);
      } else await this.bell.next(signal);
    }
  }

  private batch(events: readonly StoredEvent[], position: Position): LogBatch {
    if (position > this.position) this.position = position;
    return { events: events.map((stored) => this.options.codec.decode(stored)), position: this.position };
  }

  private isNew({ position, streamId }: StoredEvent): boolean {
    return position > this.position && this.options.wanted.includes(streamId);
  }

  private get pauseMs(): number {
    const { firstPauseMs, longestPauseMs } = this.options.settings;
    return Math.min(firstPauseMs * 2 ** (this.failures - 1), longestPauseMs);
  }

  private report(message: string, err?: unknown): void {
    this.options.settings.report({ position: String(this.position), ...(err !== undefined && { err }) }, message);
  }
}
