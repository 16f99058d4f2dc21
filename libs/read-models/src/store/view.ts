import type { Row } from './row.js';

/** Sorted by its fields, then by key. A row that lacks one of the fields is not in the index. */
export interface Index {
  readonly name: string;
  readonly fields: readonly string[];
  /** Largest first: newest at the head of a list. */
  readonly descending?: true;
}

/** What a reader names: one table of rows. Made by `defineProjection` or `deriveView`. */
export interface View<R extends Row = Row> {
  readonly name: string;
  /** The projection whose version and checkpoint hold for this view: itself, or the one it is derived in. */
  readonly projection: string;
  readonly indexes: readonly Index[];
  /** Groups whose row counts the store keeps exactly, so that a board never counts by walking: `[['roundId', 'status']]`. */
  readonly counts: readonly (readonly string[])[];
  /** Never set; ties the row's type to the view for the compiler. */
  readonly rowType?: R;
}

/** The same with its fields checked against the row. */
export interface ViewDeclaration<R extends Row> {
  readonly name: string;
  readonly indexes: readonly (Index & { readonly fields: readonly (keyof R & string)[] })[];
  readonly counts: readonly (readonly (keyof R & string)[])[];
}
