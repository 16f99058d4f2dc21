import { DomainError } from '#domain/shared/domain-error';

export class CasesNeedOneFilter extends DomainError {
  readonly code = 'cases.need-one-filter';
  constructor() {
    super('one filter at a time');
  }
}

export class PhoneMissing extends DomainError {
  readonly code = 'case.phone-missing';
  readonly field = 'phone';
  constructor() {
    super('name the number that is added');
  }
}
