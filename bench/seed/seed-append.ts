import type { AterkomEvent } from '#events/contracts/index';

/** The events of a new stream. */
export interface SeedAppend {
  readonly streamId: string;
  readonly events: readonly AterkomEvent[];
}
