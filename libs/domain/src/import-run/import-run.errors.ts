import type { Instant } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';

export class ImportUnknown extends DomainError {
  readonly code = 'import.unknown';
  constructor() {
    super('there is no such import');
  }
}

/** The rows that are reported already would mean others. */
export class ImportOfAnotherFile extends DomainError {
  readonly code = 'import.another-file';
  constructor(
    readonly startedWith: string,
    readonly given: string,
  ) {
    super('the import was started with another file');
  }
}

export class ImportStartedOtherwise extends DomainError {
  readonly code = 'import.started-otherwise';
  constructor(readonly differs: 'round' | 'mapping') {
    super(`the import was started with another ${differs}`);
  }
}

export class ImportRowsOutOfOrder extends DomainError {
  readonly code = 'import.rows-out-of-order';
  constructor(readonly row: number) {
    super(`row ${row} does not come after the row before it`);
  }
}

export class ImportIsComplete extends DomainError {
  readonly code = 'import.complete';
  constructor(readonly completedAt: Instant) {
    super('the import is complete');
  }
}
