import { DomainError } from '../shared/domain-error.js';
import type { OrderError, OrderWarning } from './reading.js';

/** R10-R15: everything that is wrong with the form, at once. */
export class OrderFormRefused extends DomainError {
  readonly code = 'order.form-refused';
  constructor(
    readonly errors: readonly OrderError[],
    readonly warnings: readonly OrderWarning[],
  ) {
    super(`the order form has ${errors.length} errors`);
  }
}

/** R10, R19: nothing is wrong, but the caller has not confirmed what looks odd. */
export class OrderNeedsConfirmation extends DomainError {
  readonly code = 'order.needs-confirmation';
  constructor(readonly warnings: readonly OrderWarning[]) {
    super(`the order form has ${warnings.length} warnings to confirm`);
  }
}
