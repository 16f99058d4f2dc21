import type { Workplace } from '#events/contracts/index';
import type { ImportField } from '../mapping/import-field.js';

export interface DraftNumber {
  readonly e164: string;
  /** The heading, where the file has several columns of numbers. */
  readonly label?: string;
}

export interface DraftCompany {
  /** Ten digits; a sole trader's are personal data. */
  readonly number: string;
  readonly checkDigitFails: boolean;
  readonly legalName?: string;
}

/** A row as it would become a card. */
export interface CardDraft {
  readonly workplace: Workplace;
  readonly numbers: readonly DraftNumber[];
  /** As they were typed. */
  readonly unreadableNumbers: readonly string[];
  readonly company?: DraftCompany;
  readonly externalId?: string;
  readonly existingCustomerNumber?: string;
  readonly priority: number;
}

/** A stable code and the field that it is about; never what the cell held. */
export interface RowProblem {
  readonly code: string;
  readonly field?: ImportField;
}

/** With a draft the problems are warnings; without one they say why the row was refused. */
export interface RowReading {
  readonly line: number;
  readonly draft?: CardDraft;
  readonly problems: readonly RowProblem[];
}
