import type { Instant } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';
import { Clock } from '#runtime/clock';

/**
 * The time of the log itself: that of the latest thing that was heard to happen. Where a service account owns the time
 * of the API (a replay of an earlier period), this process knows it by the events alone.
 */
export class LogClock extends Clock {
  private latest: Instant = '1970-01-01T00:00:00.000Z';

  hear(events: readonly Recorded[]): void {
    for (const { metadata } of events) if (metadata.occurredAt > this.latest) this.latest = metadata.occurredAt;
  }

  override now(): Instant {
    return this.latest;
  }
}
