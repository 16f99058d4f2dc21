import type { Row } from '../store/row.js';
import type { RecordedOutcome } from './counted.js';

/** `ordered` stays, whatever comes after the order; `open`: the card is to be called again, or has not been yet. */
export type Standing = 'open' | 'closed' | 'ordered';

/** What an outcome that stands tells the lists and paths (R21: of a correction, its replacement). */
export type OutcomeStep = Pick<
  RecordedOutcome,
  'outcomeId' | 'callerId' | 'cause' | 'code' | 'attempt' | 'startedAt' | 'endedAt'
>;

/** How many calls a card took in a round, and what they led to. */
export interface CardCallsRow extends Row {
  readonly roundId: string;
  /** Calls with an outcome, Busy included. */
  readonly calls: number;
  readonly orders: number;
  readonly standing: Standing;
  /** In the order in which they were recorded. */
  readonly outcomes: readonly OutcomeStep[];
}
