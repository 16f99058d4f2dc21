import { DomainError } from '#domain/shared/domain-error';

// What is wrong with a request before any rule is asked. The filter gives each code its HTTP status.

/** One field of a body or a query that has the wrong shape. */
export interface FieldProblem {
  /** Path from the body: `settings.leaseMinutes`. */
  readonly field: string;
  /** `field.missing`, `field.unknown` … */
  readonly code: string;
}

export class BodyMalformed extends DomainError {
  readonly code = 'request.body-malformed';
  constructor(readonly errors: readonly FieldProblem[]) {
    super(`${errors.length} fields have the wrong shape`);
  }
}

export class JsonMalformed extends DomainError {
  readonly code = 'request.json-malformed';
  constructor() {
    super('the body is not JSON');
  }
}

export class JsonTooDeep extends DomainError {
  readonly code = 'request.json-too-deep';
  constructor(readonly deepest: number) {
    super(`the body nests deeper than ${deepest} levels`);
  }
}

export class TextMalformed extends DomainError {
  readonly code = 'request.text-malformed';
  constructor() {
    super('a text of the body is not well-formed Unicode, or holds a character that XML cannot carry');
  }
}

export class EncodingUnsupported extends DomainError {
  readonly code = 'request.encoding-unsupported';
  constructor() {
    super('the body must be UTF-8 without compression');
  }
}

export class ContentTypeUnsupported extends DomainError {
  readonly code = 'request.content-type-unsupported';
  constructor() {
    super('this content type is not accepted here');
  }
}

export class IdMalformed extends DomainError {
  readonly code = 'request.id-malformed';
  constructor(readonly field: string) {
    super(`${field} is not an id`);
  }
}

export class HeaderMalformed extends DomainError {
  readonly code = 'request.header-malformed';
  constructor(readonly header: string) {
    super(`the header ${header} has the wrong form`);
  }
}

export class IdempotencyKeyReused extends DomainError {
  readonly code = 'idempotency.reused';
  constructor() {
    super('the key was used for another request');
  }
}

export class CursorMalformed extends DomainError {
  readonly code = 'request.cursor-malformed';
  constructor() {
    super('`after` is not the `next` of an earlier page');
  }
}
