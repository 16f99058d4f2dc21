import { DomainError } from './domain-error.js';

/** Not ten digits, nor one of the longer forms of them. */
export class CompanyNumberUnreadable extends DomainError {
  readonly code = 'company-number.unreadable';
  constructor() {
    super('a company number has ten digits');
  }
}

/** Ten digits that nobody can have been given: the third is below 2, yet they begin with no date of birth. */
export class CompanyNumberImpossible extends DomainError {
  readonly code = 'company-number.impossible';
  constructor() {
    super('no company or person can have this number');
  }
}
