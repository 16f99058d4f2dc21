import type { Instant, LocalDate, OutcomeCause, OutcomeCode } from '#events/contracts/index';
import type { CardCallsRow, OutcomeStep } from '../figures/card-calls-row.js';
import { dayOf } from '../figures/counted.js';
import { deriveView } from '../store/define-projection.js';
import type { Row } from '../store/row.js';
import { pathOf } from './outcome-path.js';

/** What conversion tells apart. */
export type Result = 'order-by-call' | 'order-otherwise' | 'call' | 'other';

/** An outcome that stands, with what came before it on the card in the round. */
export interface RoundOutcomeRow extends Row {
  readonly roundId: string;
  readonly cardId: string;
  readonly outcomeId: string;
  readonly callerId: string;
  /** In Europe/Stockholm, as in the figures. */
  readonly day: LocalDate;
  readonly at: Instant;
  readonly outcome: OutcomeCode;
  readonly cause: OutcomeCause;
  /** R5 */
  readonly attempt: number;
  /** Which call on the card in the round, Busy included; without a call, as many as there were. */
  readonly call: number;
  /** The outcomes before it: outcome-path.ts. */
  readonly path: string;
  readonly result: Result;
}

function resultOf({ code, cause }: OutcomeStep): Result {
  if (code === 'order') return cause === 'call' ? 'order-by-call' : 'order-otherwise';
  return cause === 'call' ? 'call' : 'other';
}

function rowsOf({ key, roundId, outcomes }: CardCallsRow): RoundOutcomeRow[] {
  const cardId = key.slice(0, -(roundId.length + 1));
  const codes = outcomes.map(({ code }) => code);
  let call = 0;
  return outcomes.map((step, at) => {
    if (step.cause === 'call') call += 1;
    const { outcomeId, callerId, code, cause, attempt, startedAt, endedAt } = step;
    return {
      key: `${key}|${at}`,
      ...{ roundId, cardId, outcomeId, callerId, outcome: code, cause, attempt, call },
      day: dayOf(startedAt ?? endedAt),
      at: endedAt,
      path: pathOf(codes.slice(0, at)),
      result: resultOf(step),
    };
  });
}

/** The outcomes behind the figures and the reports of conversion, kept as counters. */
export const roundOutcomes = deriveView<CardCallsRow, RoundOutcomeRow>({
  name: 'round-outcomes',
  projection: 'card-calls',
  readsOnly: ['outcomes'],
  indexes: [{ name: 'of-round', fields: ['roundId', 'result', 'day'] }],
  counts: [['roundId', 'callerId', 'day', 'call', 'path', 'result']],
  rowsOf,
});
