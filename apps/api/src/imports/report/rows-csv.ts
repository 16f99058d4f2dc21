import type { Readable } from 'node:stream';
import type { RowReport, RowVerdict } from '#events/contracts/index';
import { csvStream, type Cell } from '../../shared/csv.js';
import type { Language, Text } from '../../texts/texts.js';
import { messageOf } from './shown-row.js';

const HEADINGS: readonly Text[] = [
  { sv: 'Rad', en: 'Row' },
  { sv: 'Utfall', en: 'Verdict' },
  { sv: 'Orsak', en: 'Reason' },
  { sv: 'Fält', en: 'Field' },
  { sv: 'Kod', en: 'Code' },
  { sv: 'Kundkort', en: 'Card' },
  { sv: 'Bolag', en: 'Company' },
];

const VERDICTS: Readonly<Record<RowVerdict, Text>> = {
  accepted: { sv: 'Godkänd', en: 'Accepted' },
  'accepted-with-warning': { sv: 'Godkänd med varning', en: 'Accepted with warning' },
  duplicate: { sv: 'Dubblett', en: 'Duplicate' },
  refused: { sv: 'Avvisad', en: 'Refused' },
};

/** The report as it comes, for a spreadsheet: one line a row, several reasons in one cell. */
export const rowsCsv = (rows: AsyncIterable<RowReport>, language: Language): Readable =>
  csvStream(linesOf(rows, language));

async function* linesOf(rows: AsyncIterable<RowReport>, language: Language): AsyncGenerator<readonly Cell[]> {
  yield HEADINGS.map((heading) => heading[language]);
  for await (const { row, verdict, reasons, cardId, companyId } of rows) {
    const [messages, fields, codes] = [
      reasons.map(({ code }) => messageOf(code, language)),
      reasons.map(({ field }) => field ?? ''),
      reasons.map(({ code }) => code),
    ].map((texts) => texts.join(' | '));
    yield [row, VERDICTS[verdict][language], messages, fields, codes, cardId, companyId];
  }
}
