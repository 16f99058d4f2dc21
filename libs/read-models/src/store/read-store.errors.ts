import { StoreUnavailable } from '#events/store/event-store.errors';
import type { Position } from '#events/store/recorded-event';

/** The server of the read models is away or cannot answer: what is decided is recorded all the same. */
export class ReadModelsUnavailable extends StoreUnavailable {}

/** The view has no rows to show yet: it is being built, or the index that was asked for is. */
export class ViewUnavailable extends Error {
  override readonly name = 'ViewUnavailable';
  constructor(
    readonly view: string,
    options?: ErrorOptions,
  ) {
    super(`the view ${view} is being built`, options);
  }
}

/** A mistake in a named query: the fields do not lead the index, or there is no such index or group. */
export class SeekUnknown extends Error {
  override readonly name = 'SeekUnknown';
  constructor(
    readonly view: string,
    readonly index: string,
  ) {
    super(`the view ${view} has no ${index} that begins with the fields asked for`);
  }
}

/** Another projector has taken over: nothing of the commit was stored. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  constructor(readonly epoch: number) {
    super(`the lease of epoch ${epoch} has been taken over`);
  }
}

/** The server has lost what it had acknowledged: whoever writes must let go of what is in memory and begin again at what is stored. */
export class WritesLost extends Error {
  override readonly name = 'WritesLost';
  /** `commit`: rows of a commit may be there of which nothing else is, so that every view is begun anew, empty. */
  constructor(of: 'all since' | 'commit') {
    const remedy = of === 'commit' ? 'in the middle of a commit: every view is built anew' : 'it is folded again';
    super(`the server of the read models has lost what it had acknowledged, ${remedy}`);
  }
}

/** What was built beside ends before what is shown: readers would see a checkpoint, and rows, go back. */
export class RebuildBehind extends Error {
  override readonly name = 'RebuildBehind';
  constructor(readonly projection: string) {
    super(`${projection} is shown further than it was built; begin the rebuild again`);
  }
}

/** The stored checkpoint is not the one that the commit goes out from: nothing of it was stored. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
  constructor(
    readonly projection: string,
    readonly expected: Position,
  ) {
    super(`the checkpoint of ${projection} is no longer ${expected}`);
  }
}
