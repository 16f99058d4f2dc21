import type { Position } from '#events/store/recorded-event';

/** The checkpoint lies beyond the log's head: an older log was put in place. Only a rebuild makes the views true again. */
export class LogRolledBack extends Error {
  override readonly name = 'LogRolledBack';
  constructor(
    readonly checkpoint: Position,
    readonly head: Position,
  ) {
    super(
      `the log was rolled back: it ends at ${head}, the views are at ${checkpoint}; drop the read models, which are built anew`,
    );
  }
}

/** An event that a projection's code cannot fold. Live, its key is parked; a rebuild stops here. */
export class FoldFailed extends Error {
  override readonly name = 'FoldFailed';
  constructor(
    readonly projection: string,
    readonly eventId: string,
    readonly type: string,
    options: ErrorOptions,
  ) {
    super(`${projection} cannot fold the ${type} ${eventId}`, options);
  }
}

/** A rebuilt row differs from the fold of the log: nothing is swapped in. */
export class BuildDiffers extends Error {
  override readonly name = 'BuildDiffers';
  constructor(
    readonly projection: string,
    readonly view: string,
    readonly rows: number,
  ) {
    super(`${rows} sampled rows of ${view} differ from the log`);
  }
}
