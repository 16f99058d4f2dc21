import { stringify } from 'csv-stringify/sync';
import { groupDefinitions, measureDefinitions, type FigureDefinition } from '#read-models/figures/figure-definitions';
import { csvOptions, type Cell } from '../shared/csv.js';
import { causeNames, outcomeNames } from '../texts/outcome-names.js';
import type { Language, Text } from '../texts/texts.js';
import type { FigureRowDto, FiguresDto } from './figures.dto.js';

/** As a person reads it: names in the place of ids and codes. */
const SHOWN: Readonly<Record<string, (row: FigureRowDto, language: Language) => Cell>> = {
  roundId: ({ roundId, roundName }) => roundName ?? roundId,
  callerId: ({ callerId, callerName }) => callerName ?? callerId,
  outcome: ({ outcome }, language) => named(outcomeNames, outcome, language),
  cause: ({ cause }, language) => named(causeNames, cause, language),
};

const named = (names: Readonly<Record<string, Text>>, code = '', language: Language): string =>
  names[code]?.[language] ?? code;

/** The rows with the headings of their definitions. */
export function figuresCsv({ rows }: FiguresDto, groupedBy: readonly string[], language: Language): string {
  const grouped = groupedBy.flatMap((field) => groupDefinitions.find(({ column }) => column === field) ?? []);
  const columns = [...grouped, ...measureDefinitions];
  const cells = rows.map((row) => columns.map((column) => cellOf(row, column, language)));
  return stringify([columns.map((column) => column[language].heading), ...cells], csvOptions(language));
}

function cellOf(row: FigureRowDto, { column }: FigureDefinition, language: Language): Cell {
  const show = SHOWN[column];
  // The cast: the definitions name fields of the row; a test finds one that does not.
  return show ? show(row, language) : row[column as keyof FigureRowDto];
}
