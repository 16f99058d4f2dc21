import type { Position } from '../store/recorded-event.js';

/** The log to copy to holds something else than the beginning of the other: nothing was written. */
export class NotACopy extends Error {
  override readonly name = 'NotACopy';
  constructor(
    readonly streamId: string,
    readonly revision: number,
  ) {
    super(
      `the log to move to ends with an event that the other does not hold: stream ${streamId}, revision ${revision}`,
    );
  }
}

/** The first place where two logs differ, by its position in the one that was copied. */
export class LogsDiffer extends Error {
  override readonly name = 'LogsDiffer';
  constructor(readonly position: Position) {
    super(`the logs differ at position ${position} of the one that was copied`);
  }
}

/** Somebody has gone on writing to the log while it was copied, so that the copy may lack something. */
export class WrittenMeanwhile extends Error {
  override readonly name = 'WrittenMeanwhile';
  constructor(readonly copiedUpTo: Position) {
    super(
      `the log was written to while it was moved (copied up to position ${copiedUpTo}): stop all processes there and move it again`,
    );
  }
}
