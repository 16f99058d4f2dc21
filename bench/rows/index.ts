import type { BenchRow } from '../harness/row.js';
import { appendMany } from './append-many.js';
import { appendOne } from './append-one.js';
import { orderTaken, outcome } from './outcome.js';
import { inbox } from './inbox.js';
import { mails } from './mails.js';
import { memory } from './memory.js';
import { nextCard } from './next-card.js';
import { projector } from './projector.js';
import { saveAndNext } from './save-and-next.js';
import { start } from './start.js';

/** In the order in which they are measured and shown. */
export const ROWS: readonly BenchRow[] = [
  appendMany,
  appendOne,
  outcome,
  orderTaken,
  saveAndNext,
  nextCard,
  projector,
  mails,
  inbox,
  start,
  memory,
];
