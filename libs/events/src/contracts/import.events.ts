import { NOTHING_PERSONAL, type ContractsOf, type DomainEvent, type Instant } from './domain-event.js';

// Stream `import-{id}`: one run of one file into one round, with its report per row.
// These names are the storage format. Never rename one; add a version and an upcast step.

export type ImportStarted = DomainEvent<
  'ImportStarted',
  {
    readonly campaignId: string;
    readonly roundId: string;
    /** SHA-256 of the file's bytes, hex: a restart must be given the same file. */
    readonly fileHash: string;
    /** Our field → heading of the file. */
    readonly mapping: Readonly<Record<string, string>>;
    readonly startedBy: string;
    readonly startedAt: Instant;
  }
>;

export type RowVerdict = 'accepted' | 'accepted-with-warning' | 'duplicate' | 'refused';

export interface RowReport {
  /** Line in the file, the heading is line 1. */
  readonly row: number;
  readonly verdict: RowVerdict;
  /** The card made, entered into the round, or found to be the same. */
  readonly cardId?: string;
  readonly companyId?: string;
  /** Stable codes with the field they concern: `phone.unreadable`, `name.missing`. */
  readonly reasons: readonly { readonly code: string; readonly field?: string }[];
}

export type ImportRowsReported = DomainEvent<'ImportRowsReported', { readonly rows: readonly RowReport[] }>;
export type ImportCompleted = DomainEvent<
  'ImportCompleted',
  { readonly counts: Readonly<Record<RowVerdict, number>>; readonly completedAt: Instant }
>;

export type ImportEvent = ImportStarted | ImportRowsReported | ImportCompleted;

export const importContracts: ContractsOf<ImportEvent> = {
  ImportStarted: NOTHING_PERSONAL,
  ImportRowsReported: NOTHING_PERSONAL,
  ImportCompleted: NOTHING_PERSONAL,
};
