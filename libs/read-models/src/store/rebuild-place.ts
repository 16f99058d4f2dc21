import type { Projection } from './define-projection.js';
import type { ProjectionStore } from './projection-store.js';

/** Where projections are built anew beside those that are shown. */
export abstract class RebuildPlace {
  /** Empty. */
  abstract readonly store: ProjectionStore;

  /**
   * What was built takes the place of what is shown, as one: readers see the old rows or the new ones, and a projector that runs lets go of
   * what it has in memory, begins again at the new checkpoint and folds what has come since. Before that `catchUp` is called, perhaps more
   * than once: it brings what was built as far as the log reaches.
   * @throws ViewUnavailable where the declared version is not the one that is shown, RebuildBehind; nothing is changed then
   */
  abstract swapIn(projections: readonly Projection[], catchUp: () => Promise<void>): Promise<void>;

  /** Whatever is left of it goes. */
  abstract discard(): Promise<void>;
}
