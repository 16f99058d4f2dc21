import { DomainError } from '#domain/shared/domain-error';

// Why a file cannot be read as a table. Codes are never renamed; `line` counts from 1.

export class FileIsEmpty extends DomainError {
  readonly code = 'file.empty';
  constructor() {
    super('the file holds nothing');
  }
}

export class FileIsTooLarge extends DomainError {
  readonly code = 'file.too-large';
  constructor(readonly limitBytes: number) {
    super(`a file may hold ${limitBytes} bytes`);
  }
}

/** Neither text nor a workbook: a picture, a PDF, an archive of something else. */
export class FileIsNoTable extends DomainError {
  readonly code = 'file.no-table';
  constructor() {
    super('the file is neither a text table nor a workbook');
  }
}

/** The format before 2007 (.xls). */
export class WorkbookIsTooOld extends DomainError {
  readonly code = 'file.workbook-too-old';
  constructor() {
    super('save the workbook in the newer format (.xlsx) or as CSV');
  }
}

export class WorkbookIsUnreadable extends DomainError {
  readonly code = 'file.workbook-unreadable';
  constructor() {
    super('the workbook is damaged or protected');
  }
}

export class WorkbookIsTooLarge extends DomainError {
  readonly code = 'file.workbook-too-large';
  constructor() {
    super('save the workbook as CSV: text files may be larger');
  }
}

/** A quotation mark opens at `line` and is not closed in the rest of the file. */
export class QuoteIsNotClosed extends DomainError {
  readonly code = 'file.quote-not-closed';
  constructor(readonly line: number) {
    super(`the quotation mark opened at line ${line} is not closed`);
  }
}

/** Text follows a closing quotation mark: from here it is not known where a row ends. */
export class QuoteIsMisplaced extends DomainError {
  readonly code = 'file.quote-misplaced';
  constructor(
    readonly line: number,
    readonly rowBeganAtLine: number,
  ) {
    super(`a quotation mark at line ${line} stands in the wrong place`);
  }
}

export class RowIsTooLarge extends DomainError {
  readonly code = 'file.row-too-large';
  constructor(
    readonly line: number,
    readonly limitBytes: number,
  ) {
    super(`the row at line ${line} is larger than ${limitBytes} bytes; is a quotation mark not closed?`);
  }
}

export class FileHasTooManyRows extends DomainError {
  readonly code = 'file.too-many-rows';
  constructor(readonly limitRows: number) {
    super(`a file may hold ${limitRows} rows`);
  }
}

export class FileHasTooManyColumns extends DomainError {
  readonly code = 'file.too-many-columns';
  constructor(
    readonly columns: number,
    readonly limitColumns: number,
  ) {
    super(`a file may hold ${limitColumns} columns, this one has ${columns}`);
  }
}

/** A heading and nothing below it. */
export class FileHasNoRows extends DomainError {
  readonly code = 'file.no-rows';
  constructor() {
    super('there are no rows below the heading');
  }
}
