import { DomainError } from '#domain/shared/domain-error';

// What is wrong with a form that brings a file. Codes are never renamed.

export class UploadMalformed extends DomainError {
  readonly code = 'upload.malformed';
  constructor() {
    super('the form cannot be read');
  }
}

export class FileMissing extends DomainError {
  readonly code = 'upload.file-missing';
  constructor() {
    super('the form holds no file');
  }
}
