import { DomainError } from './domain-error.js';

/** The campaign's hours leave no moment to call in: no weekday, or `from` not before `to`. */
export class CallingHoursNeverOpen extends DomainError {
  readonly code = 'calling-hours.never-open';
  constructor() {
    super('the calling hours leave no moment to call in');
  }
}
