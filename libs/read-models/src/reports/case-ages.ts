import type { RaisedCase } from '#domain/case/case';
import type { CaseKind, Instant, LocalDate } from '#events/contracts/index';
import type { CaseRow } from '../cases/case-row.js';
import { dayOf } from '../figures/counted.js';
import { deriveView } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

/** What the report of cases is added up from: one case, without what is personal in it. */
export interface CaseAgeRow extends Row {
  readonly kind: CaseKind;
  readonly status: RaisedCase['status'];
  readonly urgent: boolean;
  /** In Europe/Stockholm: when it was raised. */
  readonly day: LocalDate;
  readonly raisedAt: Instant;
  readonly doneAt?: Instant;
  readonly cardId?: string;
  readonly orderId?: string;
}

function rowOf({ key, kind, status, state, raisedAt, doneAt, cardId, orderId }: CaseRow): CaseAgeRow {
  return {
    ...{ key, kind, status, urgent: state.raised.urgent, day: dayOf(raisedAt), raisedAt },
    ...(doneAt !== undefined && { doneAt }),
    ...(cardId !== undefined && { cardId }),
    ...(orderId !== undefined && { orderId }),
  };
}

export const caseAges = deriveView<CaseRow, CaseAgeRow>({
  name: 'case-ages',
  projection: 'cases',
  indexes: [{ name: 'of-kind', fields: ['kind', 'status', 'day'] }],
  counts: [['kind', 'status', 'day']],
  rowsOf: (one) => [rowOf(one)],
});
