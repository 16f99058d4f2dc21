import type { LocalDate, OutcomeCause, OutcomeCode } from '#events/contracts/index';
import type { Row } from '../store/row.js';

/** What is added up. The definitions of the columns stand in figure-definitions.ts. */
export interface Measures {
  readonly callsStarted: number;
  readonly outcomes: number;
  readonly calls: number;
  readonly contacts: number;
  readonly decisionMakers: number;
  /** R5 */
  readonly attempts: number;
  readonly talkSeconds: number;
  /** Milliseconds, so that the sums are exact. */
  readonly handlingMs: number;
  readonly orders: number;
  /** R12: integer öre ex VAT. */
  readonly orderValueOre: number;
}

export const NO_MEASURES: Measures = {
  callsStarted: 0,
  outcomes: 0,
  calls: 0,
  contacts: 0,
  decisionMakers: 0,
  attempts: 0,
  talkSeconds: 0,
  handlingMs: 0,
  orders: 0,
  orderValueOre: 0,
};

// The cast: Object.keys forgets which keys it was given.
const NAMES = Object.keys(NO_MEASURES) as readonly (keyof Measures)[];

const combined = (a: Measures, b: Measures, sign: 1 | -1): Measures => {
  const sum: Record<keyof Measures, number> = { ...a };
  for (const name of NAMES) sum[name] += sign * b[name];
  return sum;
};

export const added = (a: Measures, b: Measures): Measures => combined(a, b, 1);
export const subtracted = (a: Measures, b: Measures): Measures => combined(a, b, -1);

/** A call that was begun stands in a row of its own: what it leads to is not known yet. */
export const CALL_STARTED = 'call-started';

/** What a row counts, by round, day and caller. */
export interface FigureKind {
  readonly roundId: string;
  /** In Europe/Stockholm: when the call began, or the outcome was recorded where there was none. */
  readonly day: LocalDate;
  readonly callerId: string;
  readonly outcome: OutcomeCode | typeof CALL_STARTED;
  /** R5: attempts counted on the card in the round, this outcome included. */
  readonly attempt: number;
  readonly cause: OutcomeCause;
}

export interface FigureRow extends Row, FigureKind {
  readonly measures: Measures;
  /** R21: by outcome id, since a correction does not tell what the order that it takes back was worth. */
  readonly orderValues: Readonly<Record<string, number>>;
}

export const figureKey = ({ roundId, day, callerId, outcome, attempt, cause }: FigureKind): string =>
  [roundId, day, callerId, outcome, attempt, cause].join('|');
