import { projections } from '../projections.js';
import type { Projection } from '../store/define-projection.js';

/** Every projection of the product as if this were its version. */
export const allAt = (version: number): readonly Projection[] =>
  projections.map((projection) => ({ ...projection, version }));
