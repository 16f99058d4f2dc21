import type { StandingOrder } from '#domain/order-life/order';
import type { Instant } from '#events/contracts/index';
import type { Row } from '../store/row.js';

/** One order with what was agreed and what became of it. */
export interface OrderRow extends Row {
  readonly state: StandingOrder;
  readonly status: StandingOrder['status'];
  readonly cardId: string;
  readonly callerId: string;
  readonly roundId: string;
  readonly takenAt: Instant;
  readonly companyNumber: string;
  /** The legal name as it is searched by its beginning. */
  readonly nameKey: string;
  /** R17: present while an attempt is to be made. */
  readonly mailDueAt?: Instant;
  /** R17: present while an attempt has no result. */
  readonly mailStartedAt?: Instant;
  /** R17: present while an admin's word is waited for. */
  readonly mailFailedAt?: Instant;
  /** From when an invoice or a credit note may be made; present while one is owed. */
  readonly invoiceDueAt?: Instant;
  /** R15, R18: from when it would be invoiced; present while something holds that. */
  readonly invoiceHeldAt?: Instant;
  /** The campaign, present where a row of it is recurring. */
  readonly recurringIn?: string;
}
