import { DomainError } from '../shared/domain-error.js';

/** R24 */
export class TooManyPriorityLocks extends DomainError {
  readonly code = 'caller.too-many-locks';
  constructor(
    readonly held: number,
    readonly limit: number,
  ) {
    super(`${held} priority locks are held, ${limit} are allowed`);
  }
}
