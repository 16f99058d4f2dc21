import { DomainError } from '#domain/shared/domain-error';

export class BlockUnknown extends DomainError {
  readonly code = 'block.unknown';
  constructor(readonly blockId: string) {
    super('there is no such block');
  }
}

export class BlockNeedsNumber extends DomainError {
  readonly code = 'block.needs-number';
  constructor() {
    super('a block of a number says which one');
  }
}

export class BlockNeedsCompany extends DomainError {
  readonly code = 'block.needs-company';
  constructor() {
    super('no company is known for the card');
  }
}
