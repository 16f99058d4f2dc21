import { DomainError } from '#domain/shared/domain-error';
import type { ImportField } from './import-field.js';

// Why a mapping cannot be used. Headings are the caller's own words; no cell of the file is repeated.

export class MappingMalformed extends DomainError {
  readonly code = 'mapping.malformed';
  constructor() {
    super('the mapping is not a JSON object of texts');
  }
}

export class MappingFieldUnknown extends DomainError {
  readonly code = 'mapping.field-unknown';
  constructor(readonly fields: readonly string[]) {
    super('the mapping names fields that a card does not have');
  }
}

export class MappingHeadingUnknown extends DomainError {
  readonly code = 'mapping.heading-unknown';
  constructor(
    readonly fields: readonly ImportField[],
    readonly headings: readonly string[],
  ) {
    super('the mapping names headings that the file does not have');
  }
}

/** Without a column for the name no row can become a card. */
export class MappingNeedsName extends DomainError {
  readonly code = 'mapping.needs-name';
  constructor(readonly headings: readonly string[]) {
    super('no column was found or named for the name of the workplace');
  }
}
