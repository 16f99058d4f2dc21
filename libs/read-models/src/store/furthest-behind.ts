import type { Position } from '#events/store/recorded-event';
import type { Projection } from './define-projection.js';
import { checkpointIfShown } from './checkpoint-if-shown.js';
import type { ReadStore } from './read-store.js';

/** The lowest; there is at least one. */
export const furthestBehind = (positions: readonly Position[]): Position =>
  positions.reduce((one, other) => (one < other ? one : other));

/** Where the view stands that is furthest behind; at the beginning where one has never been shown. */
export async function furthestShown(views: ReadStore, projections: readonly Projection[]): Promise<Position> {
  const checkpoints = await Promise.all(projections.map((view) => checkpointIfShown(views, view)));
  return furthestBehind(checkpoints.map((shown) => shown ?? 0n));
}
