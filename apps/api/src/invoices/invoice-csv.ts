import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { electronicAddressOf } from '#domain/order-life/invoicing/invoice-address';
import type { OrderRow } from '#events/contracts/index';
import { csvStream, type Cell } from '../shared/csv.js';
import type { InvoiceDocument } from './invoice-document.js';
import { contactName } from './ubl/ubl-parties.js';

interface Line {
  readonly document: InvoiceDocument;
  readonly row: OrderRow;
  /** From 1. */
  readonly place: number;
  /** A credit note takes back what its invoice asked for. */
  readonly sign: 1 | -1;
}

/** Heading and cell; docs/invoices.md says what each holds. The headings are Swedish whoever asks: a copy is the same file. */
const COLUMNS: readonly (readonly [heading: string, cell: (line: Line) => Cell])[] = [
  ['Nummer', ({ document }) => document.number],
  ['Typ', ({ document }) => (document.kind === 'invoice' ? 'faktura' : 'kreditfaktura')],
  ['Fakturadatum', ({ document }) => document.issuedOn],
  ['Förfallodatum', ({ document }) => (document.kind === 'invoice' ? document.dueOn : undefined)],
  ['Krediterar', ({ document }) => (document.kind === 'credit-note' ? document.invoice.number : undefined)],
  ['Order', ({ document }) => document.orderId],
  ['Bolag', ({ document }) => document.order.legalName],
  ['Organisationsnummer', ({ document }) => document.order.companyNumber],
  ['Er referens', ({ document }) => contactName(document.order)],
  ['Fakturaväg', ({ document }) => document.order.invoice.kind],
  ['E-adress', ({ document }) => electronicAddress(document)],
  ['E-post', ({ document: { order } }) => (order.invoice.kind === 'e-mail' ? order.invoice.email : undefined)],
  ['Gata', ({ document }) => postal(document)?.street],
  ['Postnummer', ({ document }) => postal(document)?.postcode],
  ['Ort', ({ document }) => postal(document)?.city],
  ['Betalvillkor (dagar)', ({ document }) => document.order.termsDays],
  ['Rad', ({ place }) => place],
  ['Produkt', ({ row }) => row.product],
  ['Momssats (%)', ({ row }) => row.vatPercent],
  ['Belopp ex moms (öre)', ({ row, sign }) => sign * row.listPriceOre],
  ['Moms (öre)', ({ row, sign }) => sign * row.vatOre],
];

const postal = ({ order: { invoice } }: InvoiceDocument) => (invoice.kind === 'post' ? invoice.address : undefined);

function electronicAddress({ order }: InvoiceDocument): string | undefined {
  const address = order.invoice.kind === 'e-invoice' ? electronicAddressOf(order) : undefined;
  return address && `${address.scheme}:${address.id}`;
}

const linesOf = (document: InvoiceDocument): Line[] =>
  document.order.rows.map((row, index) => ({
    document,
    row,
    place: index + 1,
    sign: document.kind === 'invoice' ? 1 : -1,
  }));

/** One line for each row of each document. */
export const invoiceCsv = (documents: readonly InvoiceDocument[]): Promise<Uint8Array> =>
  buffer(csvStream(cellsOf(documents)));

async function* cellsOf(documents: readonly InvoiceDocument[]): AsyncGenerator<readonly Cell[]> {
  yield COLUMNS.map(([heading]) => heading);
  for (const document of documents) {
    // Others are answered in between.
    await setImmediate();
    yield* linesOf(document).map((line) => COLUMNS.map(([, cell]) => cell(line)));
  }
}
