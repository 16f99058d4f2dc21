import type { RaisedCase } from '#domain/case/case';
import type { CaseKind, Instant } from '#events/contracts/index';
import type { Row } from '../store/row.js';

/** One item in the admin inbox. What is indexed for open cases only is absent from done ones. */
export interface CaseRow extends Row {
  readonly state: RaisedCase;
  readonly status: RaisedCase['status'];
  readonly kind: CaseKind;
  readonly raisedAt: Instant;
  readonly cardId?: string;
  readonly orderId?: string;
  /** Open ones: urgent before the others. */
  readonly rank?: number;
  readonly openStatus?: 'new' | 'taken';
  readonly openKind?: CaseKind;
  readonly ownerId?: string;
  readonly doneAt?: Instant;
  /** R7: urgent, untouched and not alarmed. */
  readonly alarmAt?: Instant;
}
