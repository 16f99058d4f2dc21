import type { ReadElement } from './ubl-reading.js';

/** What a rule looks at: the file as its receiver reads it, and whether it travels through Peppol. */
export interface RuledUbl {
  readonly root: string;
  readonly content: ReadElement;
  readonly lines: readonly ReadElement[];
  readonly isForPeppol: boolean;
}

export interface UblRule {
  /** As EN 16931 and Peppol BIS Billing 3 name it. */
  readonly id: string;
  readonly holds: (ubl: RuledUbl) => boolean;
}
