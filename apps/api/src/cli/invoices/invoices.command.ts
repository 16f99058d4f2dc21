import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { NothingToInvoice } from '#domain/invoicing/invoice-series.errors';
import { followingFrom } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { InvoiceRuns } from '#processes/invoices/invoice-runs';
import { ViewUnavailable } from '#read-models/store/read-store.errors';
import { createLogger } from '#runtime/logger';
import { openParts } from '../../api.module.js';
import { InvoiceDocuments } from '../../invoices/invoice-documents.js';
import { InvoiceExport } from '../../invoices/invoice-export.js';
import { sellerOf } from '../../invoices/seller.js';
import { ViewsInvoiceFinder } from '../../invoices/views-invoice-finder.js';
import { isDay } from '../../shared/is-day.js';
import type { Parts } from '../../shared/parts.module.js';
import { commandLineCause } from '../command-line-cause.js';
import { CommandRefused, EXIT } from '../exit-codes.js';
import { configOf } from '../installation-files.js';
import { print, type Terminal } from '../terminal.js';

interface Options {
  readonly date: string;
  readonly folder: string;
  readonly json?: boolean;
}

interface Exported {
  readonly issuedOn: string;
  /** Documents of the run; 0 where there was nothing to invoice. */
  readonly documents: number;
  readonly files: readonly string[];
}

/** The file that may be refused comes first: then neither is written. */
const FILES = ['ubl', 'csv'] as const;

export function invoicesCommand(terminal: Terminal): Command {
  const exporting = new Command('export')
    .description('Number what the orders of a day owe and write its files; run again it writes copies that say so')
    .requiredOption('--date <day>', 'day of issue, as 2026-11-23')
    .option('--folder <folder>', 'where the files are written', '.')
    .option('--json', 'one JSON document, for scripts')
    .action(async ({ date, folder, json }: Options) => {
      print(terminal, json, await exportDay(terminal, date, folder), sentenceOf);
    });
  return new Command('invoices').description('Invoices and credit notes of the orders').addCommand(exporting);
}

async function exportDay(terminal: Terminal, issuedOn: string, folder: string): Promise<Exported> {
  if (!isDay(issuedOn)) throw new CommandRefused('--date must be a day, as 2026-11-23', EXIT.usage);
  const config = configOf(terminal);
  const parts = await openParts(config, createLogger('cli', config));
  try {
    await mustBeCaughtUp(parts);
    return await exportFiles(parts, issuedOn, folder);
  } finally {
    await Promise.all([parts.store.close(), parts.views.close()]);
  }
}

/** Which orders owe an invoice is the projector's to say. */
async function mustBeCaughtUp({ store, views, config }: Parts): Promise<void> {
  const isLevel = await views.waitUntil(await store.head(), config.freshnessWaitMs).catch(engineFirst);
  if (!isLevel) throw new CommandRefused('the read models are behind the log: start the engine first');
}

function engineFirst(error: unknown): never {
  if (error instanceof ViewUnavailable) throw new CommandRefused(`${error.message}: start the engine first`);
  throw error;
}

async function exportFiles(
  { store, views, config, clock }: Parts,
  issuedOn: string,
  folder: string,
): Promise<Exported> {
  const runner = new DecisionRunner(store);
  const cause = commandLineCause(clock);
  const runs = new InvoiceRuns(runner, new ViewsInvoiceFinder(views));
  const made = await runs.make({ issuedOn, seller: sellerOf(config) }, cause).catch(nothing);
  if (!made) return { issuedOn, documents: 0, files: [] };
  const exporting = new InvoiceExport(runner, new InvoiceDocuments(runner));
  const files: string[] = [];
  for (const file of FILES) {
    const { name, bytes } = await exporting.export(issuedOn, file, followingFrom(cause, `export/${file}`));
    const path = join(folder, name);
    await writeFile(path, bytes);
    files.push(path);
  }
  return { issuedOn, documents: made.run.documents.length, files };
}

/** A day without orders is none that a nightly job should complain of. */
function nothing(error: unknown): undefined {
  if (!(error instanceof NothingToInvoice)) throw error;
}

const sentenceOf = ({ issuedOn, documents, files }: Exported): string =>
  documents === 0 ? `Nothing to invoice on ${issuedOn}.` : [`${documents} of ${issuedOn}:`, ...files].join('\n  ');
