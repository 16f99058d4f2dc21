import type { AterkomEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';

/** A row is plain JSON with its key; indexed fields are text, numbers or booleans at the top level. */
export interface Row {
  readonly key: string;
}

type EventOf<Type extends AterkomEvent['type']> = Recorded<Extract<AterkomEvent, { type: Type }>>;

/** From row to row; `undefined` deletes, or leaves absent. */
export type Fold<R extends Row, Type extends AterkomEvent['type']> = (
  row: R | undefined,
  event: EventOf<Type>,
  key: string,
) => R | undefined;

export type Folds<R extends Row> = { readonly [Type in AterkomEvent['type']]?: Fold<R, Type> };

export interface IndexDeclaration<R extends Row> {
  readonly name: string;
  /** Fields in order; `-field` sorts downwards. */
  readonly fields: readonly ((keyof R & string) | `-${keyof R & string}`)[];
}

/** A view as data: pure, one row per key, rebuilt by raising `version`. */
export interface Projection<R extends Row> {
  readonly name: string;
  readonly version: number;
  /** The rows that an event touches. */
  keysOf(event: Recorded<AterkomEvent>): readonly string[];
  /** The handled types are the keys of `on`. */
  readonly on: Folds<R>;
  readonly indexes: readonly IndexDeclaration<R>[];
  /** Groups whose row counts the store keeps exactly, so that a board never counts by walking: `[['roundId', 'status']]`. */
  readonly counts: readonly (readonly (keyof R & string)[])[];
}

/** The identity, with types: every view is made through it. */
export const defineProjection = <R extends Row>(projection: Projection<R>): Projection<R> => projection;

/** Stream categories whose events the view handles, for filtered subscriptions, are derived by the runner from `on`. */
export const handledTypes = (projection: Pick<Projection<Row>, 'on'>): ReadonlySet<string> => new Set(Object.keys(projection.on));
