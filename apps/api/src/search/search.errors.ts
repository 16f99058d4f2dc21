import { DomainError } from '#domain/shared/domain-error';

export class SearchNeedsOneTerm extends DomainError {
  readonly code = 'search.needs-one-term';
  constructor() {
    super('a search goes by a phone, a company number or a name, and by one of them only');
  }
}
