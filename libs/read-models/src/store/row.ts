import type { Instant } from '#events/contracts/index';
import type { Position } from '#events/store/recorded-event';

/** What can be indexed, counted and sought for; what is counted is text or a whole number. */
export type Scalar = string | number;

/** An event could not be folded into the row: the row shows what held before it. */
export interface Stuck {
  readonly since: Instant;
  readonly eventId: string;
}

/** A row is plain JSON with its key; indexed fields are scalars at the top level. */
export interface Row {
  readonly key: string;
  readonly stuck?: Stuck;
}

/** A row with the position of the last event folded into it. `row` is absent where the last event deleted it. */
export interface StoredRow {
  readonly row?: Row;
  readonly position: Position;
}

/** A row by the names of its fields, for stores that know them from the declaration only. */
// The cast: a row is plain data.
export const fieldsOf = (row: Row): Readonly<Record<string, unknown>> =>
  row as unknown as Readonly<Record<string, unknown>>;
