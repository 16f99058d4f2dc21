import type { AterkomEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';
import type { Row } from './row.js';
import type { View, ViewDeclaration } from './view.js';

type EventOf<Type extends AterkomEvent['type']> = Recorded<Extract<AterkomEvent, { type: Type }>>;

/**
 * From row to row; `undefined` deletes, or leaves absent. Pure.
 * Taken from a method, whose parameters the compiler compares both ways: the runner handles the projections of all rows alike.
 */
export type Fold<R extends Row, Type extends AterkomEvent['type']> = {
  fold(row: R | undefined, event: EventOf<Type>, key: string): R | undefined;
}['fold'];

export type Folds<R extends Row> = { readonly [Type in AterkomEvent['type']]?: Fold<R, Type> };

/** From all events of a stream, oldest first, to the row. */
export type FoldOfStream<R extends Row> = (events: readonly Recorded<AterkomEvent>[], key: string) => R | undefined;

/** A second table, worked out from the rows of a projection and written with them: one row may give many here. */
export interface DerivedView<R extends Row = Row, D extends Row = Row> extends View<D> {
  /** Keys are unique over all rows of the projection; they begin with the key of the row that they come from. */
  rowsOf(row: R): readonly D[];
  /** The only fields that `rowsOf` reads, where a fold mostly leaves them as they were; all when absent. */
  readonly readsOnly?: readonly string[];
}

/** A view as data: pure, one row per key, rebuilt by raising `version`. */
export interface Projection<R extends Row = Row> extends View<R> {
  readonly version: number;
  /** The rows that an event touches. Called for handled types only. */
  keysOf(event: Recorded<AterkomEvent>): readonly string[];
  /** The handled types are the keys of `on` and of `onWholeStream`. */
  readonly on: Folds<R>;
  /** Rare events that change what earlier ones meant (R21): the row is worked out anew from its stream, up to the event itself. */
  readonly onWholeStream: { readonly [Type in AterkomEvent['type']]?: FoldOfStream<R> };
  readonly derived: readonly DerivedView<R>[];
}

interface ProjectionDeclaration<R extends Row>
  extends
    ViewDeclaration<R>,
    Pick<Projection<R>, 'version' | 'keysOf' | 'on'>,
    Partial<Pick<Projection<R>, 'onWholeStream'>> {
  readonly derived?: readonly DerivedView<R>[];
}

interface DerivedDeclaration<R extends Row, D extends Row>
  extends ViewDeclaration<D>, Pick<DerivedView<R, D>, 'projection' | 'rowsOf'> {
  readonly readsOnly?: readonly (keyof R & string)[];
}

export const defineProjection = <R extends Row>(declaration: ProjectionDeclaration<R>): Projection<R> => ({
  derived: [],
  onWholeStream: {},
  ...declaration,
  projection: declaration.name,
});

export const deriveView = <R extends Row, D extends Row>(declaration: DerivedDeclaration<R, D>): DerivedView<R, D> =>
  declaration;

/** The tables of a projection. Derived ones come first: a store without transactions writes the row itself last. */
export const viewsOf = (projection: Projection): readonly View[] => [...projection.derived, projection];
