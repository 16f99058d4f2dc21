import { DomainError } from '#domain/shared/domain-error';

export class OrdersNeedOneFilter extends DomainError {
  readonly code = 'orders.need-one-filter';
  constructor() {
    super('one filter at a time');
  }
}
