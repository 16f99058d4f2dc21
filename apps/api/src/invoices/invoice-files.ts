import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
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
  const files: Record<string, Uint8Array> = {};
  for (const document of documents) {
    // Some milliseconds each, thousands of them on a large day: others are answered in between.
    await setImmediate();
    files[fileNameOf(document)] = strToU8(checkedUbl(document));
  }
  return zipSync(files, STORED);
}

/** The bytes of a run's file: the same for the same documents. */
export const bytesOf = async (file: InvoiceFile, documents: readonly InvoiceDocument[]): Promise<Uint8Array> =>
  file === 'csv' ? invoiceCsv(documents) : zipped(documents);

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const ENDINGS: Readonly<Record<InvoiceFile, string>> = { csv: '.csv', ubl: '-ubl.zip' };

/** `invoices-2026-11-23.csv`; a later copy says that it is one: `invoices-2026-11-23-re-export-1.csv`. */
export const runFileName = (issuedOn: string, file: InvoiceFile, copy?: number): string =>
  `invoices-${issuedOn}${copy === undefined ? '' : `-re-export-${copy}`}${ENDINGS[file]}`;
