import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { InvoiceFile } from '#events/contracts/index';
import { fileNameOf, type InvoiceDocument } from './invoice-document.js';
import { invoiceCsv } from './invoice-csv.js';
import { readyUbl } from './ubl/ready-ubl.js';

/** A packed file has a time; this one is the same wherever and whenever it is packed. */
const NO_TIME = new Date(1980, 0, 1);

/** Stored, not deflated: the bytes hang on no packer's version. */
const STORED = { level: 0, mtime: NO_TIME } as const;

/** @throws InvoiceBreaksRules */
async function zipped(documents: readonly InvoiceDocument[]): Promise<Uint8Array> {
  const { checkedUbl } = await readyUbl();
  const files = documents.map((document) => [fileNameOf(document), strToU8(checkedUbl(document))] as const);
  return zipSync(Object.fromEntries(files), STORED);
}

/** The bytes of a run's file: the same for the same documents. */
export const bytesOf = async (file: InvoiceFile, documents: readonly InvoiceDocument[]): Promise<Uint8Array> =>
  file === 'csv' ? strToU8(invoiceCsv(documents)) : zipped(documents);

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const ENDINGS: Readonly<Record<InvoiceFile, string>> = { csv: '.csv', ubl: '-ubl.zip' };

/** `invoices-2026-11-23.csv`; a later copy says that it is one: `invoices-2026-11-23-re-export-1.csv`. */
export const runFileName = (issuedOn: string, file: InvoiceFile, copy?: number): string =>
  `invoices-${issuedOn}${copy === undefined ? '' : `-re-export-${copy}`}${ENDINGS[file]}`;
