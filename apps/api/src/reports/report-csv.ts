import { stringify } from 'csv-stringify/sync';
import type { FigureDefinition } from '#read-models/figures/figure-definitions';
import { stepsOf } from '#read-models/reports/outcome-path';
import { csvOptions, type Cell } from '../shared/csv.js';
import { outcomeNames } from '../texts/outcome-names.js';
import { caseKindNames, pathNames, soldKindNames } from '../texts/report-names.js';
import type { Language, Text } from '../texts/texts.js';
import type { ReportDefinitionsDto } from './report.dto.js';

type ReportRow = Readonly<Record<string, Cell>>;

interface Report {
  readonly rows: readonly object[];
  readonly definitions: ReportDefinitionsDto;
}

/** As a person reads it: names in the place of ids and codes. */
const SHOWN: Readonly<Record<string, (row: ReportRow, language: Language) => Cell>> = {
  roundId: ({ roundId, roundName }) => roundName ?? roundId,
  callerId: ({ callerId, callerName }) => callerName ?? callerId,
  kind: ({ kind }, language) => named({ ...soldKindNames, ...caseKindNames }, kind, language),
  path: ({ path }, language) =>
    stepsOf(String(path))
      .map((step) => named({ ...outcomeNames, ...pathNames }, step, language))
      .join(' → '),
};

const named = (names: Readonly<Record<string, Text>>, code: Cell, language: Language): string =>
  names[String(code)]?.[language] ?? String(code);

/** The rows with the headings of their definitions. */
export function reportCsv(
  { rows, definitions: { groups, measures } }: Report,
  groupedBy: readonly string[],
  language: Language,
): string {
  const grouped = groupedBy.flatMap((field) => groups.find(({ column }) => column === field) ?? []);
  const columns: readonly FigureDefinition[] = [...grouped, ...measures];
  // The cast: rows of a report hold texts and numbers.
  const cells = (rows as readonly ReportRow[]).map((row) => columns.map(({ column }) => cellOf(row, column, language)));
  return stringify([columns.map((column) => column[language].heading), ...cells], csvOptions(language));
}

function cellOf(row: ReportRow, column: string, language: Language): Cell {
  const show = SHOWN[column];
  return show ? show(row, language) : row[column];
}
