import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import Table from 'cli-table3';
import { Command } from 'commander';
import type { RowVerdict } from '#events/contracts/index';
import { VERDICTS } from '../../imports/import.dto.js';
import { readAskedMapping } from '../../imports/mapping/asked-mapping.js';
import { rowsAfter } from '../../imports/report/import-rows.js';
import { rowsCsv } from '../../imports/report/rows-csv.js';
import { CommandRefused, EXIT } from '../exit-codes.js';
import { print, type Terminal } from '../terminal.js';
import { importFile, type FinishedImport } from './import-file.js';

interface Options {
  readonly round: string;
  readonly mapping?: string;
  readonly report?: string;
  readonly json?: boolean;
}

interface Summary {
  readonly importId: string;
  readonly counts: Readonly<Record<RowVerdict, number>>;
  readonly mapping: Readonly<Record<string, string>>;
}

export const importCommand = (terminal: Terminal): Command =>
  new Command('import')
    .description('Import the cards of a CSV, TSV or XLSX file into a round; the same file again changes nothing')
    .argument('<file>')
    .requiredOption('--round <id>', 'the round that the cards enter')
    .option('--mapping <json>', 'our field and its heading, as JSON or as the name of a file with it; else guessed')
    .option('--report <file>', 'write what came of every row to this file, as CSV')
    .option('--json', 'one JSON document, for scripts')
    .addHelpText('after', '\nWhere it is interrupted, run it again: it goes on after the last row that was reported.')
    .action(async (path: string, { round: roundId, mapping, report, json }: Options) => {
      mustExist(path);
      const asked = mapping === undefined ? {} : { mapping: await askedMapping(mapping) };
      const summary = await importFile(terminal, { path, roundId, ...asked }, async (finished, store) => {
        if (report !== undefined) await writeFile(report, rowsCsv(rowsAfter(store, finished.importId, 0), 'sv'));
        return summaryOf(finished);
      });
      print(terminal, json, summary, tableOf);
    });

function mustExist(path: string): void {
  if (!existsSync(path)) throw new CommandRefused(`there is no file ${path}`, EXIT.usage);
}

async function askedMapping(option: string): Promise<Readonly<Record<string, string>>> {
  if (option.trimStart().startsWith('{')) return readAskedMapping(option);
  mustExist(option);
  return readAskedMapping(await readFile(option, 'utf8'));
}

const summaryOf = ({ importId, counts, started }: FinishedImport): Summary => ({
  importId,
  counts,
  mapping: started.mapping,
});

function tableOf({ importId, counts, mapping }: Summary): string {
  const table = new Table({ style: { head: [], border: [] } });
  table.push(...VERDICTS.map((verdict) => [verdict, counts[verdict]]));
  const columns = Object.entries(mapping).map(([field, heading]) => `${field} from "${heading}"`);
  return [`Import ${importId}: ${columns.join(', ')}`, table.toString()].join('\n');
}
