import type { Instant } from '#events/contracts/index';

/** The one source of the present time, so that a test or a replay can own it. */
export abstract class Clock {
  abstract now(): Instant;
}

export class SystemClock extends Clock {
  override now(): Instant {
    return new Date().toISOString();
  }
}

/** Stands still until it is moved. */
export class ControlledClock extends Clock {
  constructor(private present: Instant) {
    super();
  }

  override now(): Instant {
    return this.present;
  }

  moveTo(instant: Instant): void {
    this.present = instant;
  }
}
