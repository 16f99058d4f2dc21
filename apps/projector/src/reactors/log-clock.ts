import type { Instant } from '#events/contracts/index';
import type { Position, Recorded } from '#events/store/recorded-event';
import { Clock } from '#runtime/clock';

/**
 * The time of the log itself: when the last thing happened that a person did. Where a service account owns the time of
 * the API (a replay of an earlier period), this process knows it by the events alone. It goes back where that account
 * moves it back, as it does after an installation was made; services act on what is past, or on this very clock.
 */
export class LogClock extends Clock {
  private latest: Instant = '1970-01-01T00:00:00.000Z';
  private position: Position = 0n;

  /** Several feeds tell of the same log, each at its own pace. */
  hear(events: readonly Recorded[]): void {
    for (const { position, metadata } of events) {
      if (position <= this.position || metadata.actorRole === 'service') continue;
      this.position = position;
      this.latest = metadata.occurredAt;
    }
  }

  override now(): Instant {
    return this.latest;
  }
}
