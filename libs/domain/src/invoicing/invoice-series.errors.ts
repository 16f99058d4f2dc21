import type { LocalDate } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';

export class InvoiceDayNotBegun extends DomainError {
  readonly code = 'invoice-run.day-not-begun';
  constructor(readonly today: LocalDate) {
    super(`invoices are not made ahead: today is ${today}`);
  }
}

/** Numbers and dates of a series rise together. */
export class InvoiceDayIsPast extends DomainError {
  readonly code = 'invoice-run.day-is-past';
  constructor(readonly latest: LocalDate) {
    super(`invoices have been made for ${latest}: none are dated before it`);
  }
}

/** The numbers of an earlier run are decided, but not all its orders know of them. */
export class InvoiceRunUnfinished extends DomainError {
  readonly code = 'invoice-run.unfinished';
  constructor(readonly issuedOn: LocalDate) {
    super(`the invoices of ${issuedOn} are still being recorded`);
  }
}

/** The day stays open: a later run may still be made for it. */
export class NothingToInvoice extends DomainError {
  readonly code = 'invoice-run.nothing-due';
  constructor() {
    super('no order awaits an invoice or a credit note');
  }
}

export class InvoiceRunUnknown extends DomainError {
  readonly code = 'invoice-run.unknown';
  constructor() {
    super('no invoices have been made for that day');
  }
}

export class InvoiceUnknown extends DomainError {
  readonly code = 'invoice.unknown';
  constructor() {
    super('there is no invoice or credit note with that number');
  }
}
