import { NOTHING_PERSONAL, type ContractsOf, type DomainEvent, type Instant, type LocalDate } from './domain-event.js';

// Stream `invoiceseries-this`: the one gapless series of invoice numbers. Stream `invoicerun-{date}`: what was written of a run.
// These names are the storage format. Never rename one; add a version and an upcast step.

/** Who sells, as it stands on the invoices of a run: a later change of the configuration does not change them. */
export interface SellerFacts {
  readonly name: string;
  readonly companyNumber: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly email?: string;
  readonly phone?: string;
  /** Either of them: `50501055`, `SE4550000000058398257466`. */
  readonly bankgiro?: string;
  readonly iban?: string;
  readonly peppolId: string;
  /** Approved for F-tax (godkänd för F-skatt). */
  readonly fTax: boolean;
}

export interface NumberedDocument {
  readonly number: number;
  readonly kind: 'invoice' | 'credit-note';
  readonly orderId: string;
  /** The order as it was at this revision of its stream is what the document says. */
  readonly orderRevision: number;
}

/** The numbers of a day, decided at once: from here they are taken, whatever happens to the process. */
export type InvoiceRunDecided = DomainEvent<
  'InvoiceRunDecided',
  {
    readonly issuedOn: LocalDate;
    readonly seller: SellerFacts;
    readonly documents: readonly NumberedDocument[];
    readonly decidedBy: string;
    readonly decidedAt: Instant;
  }
>;
/** Every order of the run knows its numbers; the next run may be decided. */
export type InvoiceRunRecorded = DomainEvent<
  'InvoiceRunRecorded',
  { readonly issuedOn: LocalDate; readonly recordedAt: Instant }
>;

export type InvoiceFile = 'csv' | 'ubl';

/** The first copy of a run's file, with the hash by which every later copy is held to it. */
export type InvoicesExported = DomainEvent<
  'InvoicesExported',
  {
    readonly file: InvoiceFile;
    /** Of the bytes, as hex. */
    readonly sha256: string;
    readonly exportedBy: string;
    readonly exportedAt: Instant;
  }
>;
/** The same bytes once more; `copy` counts them from 1. */
export type InvoicesReExported = DomainEvent<
  'InvoicesReExported',
  {
    readonly file: InvoiceFile;
    readonly sha256: string;
    readonly copy: number;
    readonly exportedBy: string;
    readonly exportedAt: Instant;
  }
>;

export type InvoiceSeriesEvent = InvoiceRunDecided | InvoiceRunRecorded;
export type InvoiceExportEvent = InvoicesExported | InvoicesReExported;

export const invoiceContracts: ContractsOf<InvoiceSeriesEvent | InvoiceExportEvent> = {
  InvoiceRunDecided: { version: 1, personal: { seller: 'sole-trader' } },
  InvoiceRunRecorded: NOTHING_PERSONAL,
  InvoicesExported: NOTHING_PERSONAL,
  InvoicesReExported: NOTHING_PERSONAL,
};
