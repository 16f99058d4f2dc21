import type { Card, RoundEntry } from '#domain/card/card';
import { statusOf } from '#domain/card/status';
import { cards } from '#read-models/card/card.projection';
import type { CardRow } from '#read-models/card/card-row';
import { pagesOf } from '#read-models/store/pages-of';
import { outcomeNames } from '../texts/outcome-names.js';
import { column, wallTime, type ExportSource, type ExportTable, type Telling } from './export-table.js';

interface CardLine {
  readonly card: CardRow;
  /** Absent for a card that has entered no round. */
  readonly entry?: RoundEntry;
}

const workplaceOf = ({ card }: CardLine) => card.state.workplace;

function statusIn({ card, entry }: CardLine, { now }: Telling): string | undefined {
  // The cast: the status is read from everything but the history.
  return entry && statusOf(card.state as Card, entry.roundId, now).status;
}

/** One line per card and round, in the order of import. */
export const cardsExport: ExportTable<CardLine> = {
  columns: [
    column('Kundkort', 'Card', ({ card }) => card.key),
    column('Eget id', 'External id', ({ card }) => card.externalId),
    column('Importerad', 'Imported', ({ card }) => wallTime(card.importedAt)),
    column('Arbetsställe', 'Workplace', (line) => workplaceOf(line)?.name),
    column('Gata', 'Street', (line) => workplaceOf(line)?.street),
    column('Postnummer', 'Postcode', (line) => workplaceOf(line)?.postcode),
    column('Ort', 'City', (line) => workplaceOf(line)?.city),
    column('Förnamn', 'First name', (line) => workplaceOf(line)?.contact?.firstName),
    column('Efternamn', 'Last name', (line) => workplaceOf(line)?.contact?.lastName),
    column('E-post', 'E-mail', (line) => workplaceOf(line)?.contact?.email ?? workplaceOf(line)?.email),
    column('Telefon', 'Phone', ({ card }) => card.numbers.map(({ e164 }) => e164).join(' | ')),
    column('Bolag', 'Company', ({ card }) => card.companyId),
    column('Kundnummer', 'Customer number', ({ card }) => card.state.existingCustomerNumber),
    column('Kampanjomgång', 'Round', ({ entry }, { roundName }) => roundName(entry?.roundId) ?? entry?.roundId),
    column('Status', 'Status', statusIn),
    column('Räknade försök', 'Attempts counted', ({ entry }) => entry?.attempts),
    column('Senaste utfall', 'Latest outcome', ({ entry }, { language }) =>
      entry?.lastOutcome ? outcomeNames[entry.lastOutcome.code][language] : undefined,
    ),
  ],
  pages: lines,
};

async function* lines({ views }: ExportSource): AsyncGenerator<readonly CardLine[]> {
  for await (const page of pagesOf(views, cards, { index: 'imported' })) yield page.flatMap(linesOfCard);
}

function linesOfCard(card: CardRow): CardLine[] {
  const { rounds } = card.state;
  return rounds.length === 0 ? [{ card }] : rounds.map((entry) => ({ card, entry }));
}
