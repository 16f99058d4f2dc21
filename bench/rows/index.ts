import type { BenchRow } from '../harness/row.js';
import { appendMany } from './append-many.js';
import { appendOne } from './append-one.js';

/** In the order in which they are measured and shown. */
export const ROWS: readonly BenchRow[] = [appendMany, appendOne];
