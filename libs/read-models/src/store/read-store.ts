import type { Position } from '#events/store/recorded-event';
import type { Row, Scalar } from './row.js';
import type { View } from './view.js';

/** Where the next page begins. Holds values of the row, so it may be personal: keep it out of URLs and logs. */
export type Cursor = readonly Scalar[];

export interface Range<R extends Row> {
  readonly index: string;
  /** Values of the index's first fields. */
  readonly equals?: { readonly [Field in keyof R]?: Scalar };
  /** Bounds of the field after them, themselves included. */
  readonly from?: Scalar;
  readonly to?: Scalar;
}

export interface Seek<R extends Row> extends Range<R> {
  readonly after?: Cursor;
  readonly limit: number;
}

export interface Page<R extends Row> {
  readonly rows: readonly R[];
  /** Absent on the last page. */
  readonly next?: Cursor;
}

export interface Count {
  readonly values: readonly Scalar[];
  readonly count: number;
}

/**
 * What is shown. Reads the active version of every view; a fresh connection sees what the last commit left. A version that was swapped
 * in is shown at once to those who ask for its checkpoint or wait for a position, to others within half a second.
 * Every answer costs a seek, never a walk. Named queries stand in the folder of their view, as functions over these.
 * @throws ViewUnavailable while a view's first version is being built
 */
export abstract class ReadStore {
  abstract get<R extends Row>(view: View<R>, key: string): Promise<R | undefined>;

  /** In the order of the keys; absent ones are left out. */
  abstract getMany<R extends Row>(view: View<R>, keys: readonly string[]): Promise<readonly R[]>;

  /** In the order of the index. @throws SeekUnknown */
  abstract seek<R extends Row>(view: View<R>, seek: Seek<R>): Promise<Page<R>>;

  /** Rows in a range of an index, counted up to `atMost`: for ranges that no group can keep, such as "until now". @throws SeekUnknown */
  abstract countUpTo<R extends Row>(view: View<R>, range: Range<R>, atMost: number): Promise<number>;

  /** Rows of a declared group with these values, from the kept counter. @throws SeekUnknown */
  abstract count<R extends Row>(
    view: View<R>,
    group: readonly (keyof R & string)[],
    values: readonly Scalar[],
  ): Promise<number>;

  /** All counters above 0 of a declared group whose first values are these. @throws SeekUnknown */
  abstract counts<R extends Row>(
    view: View<R>,
    group: readonly (keyof R & string)[],
    prefix: readonly Scalar[],
  ): Promise<readonly Count[]>;

  /** Everything up to here stands in the view's rows. */
  abstract checkpoint(view: View): Promise<Position>;

  /** Resolves to true as soon as every view has passed the position, to false when the time is out. */
  abstract waitUntil(position: Position, timeoutMs: number): Promise<boolean>;

  /** Yields after something was committed, by whichever process; several commits may be one. Ends with the signal. */
  abstract changes(signal: AbortSignal): AsyncIterable<void>;

  abstract close(): Promise<void>;
}
