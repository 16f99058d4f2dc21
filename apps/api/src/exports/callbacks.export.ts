import { rungOf } from '#domain/card/promise-ladder';
import { callbacks, type CallbackRow } from '#read-models/callbacks/callbacks';
import { pagesOf } from '#read-models/store/pages-of';
import { column, wallTime, type ExportSource, type ExportTable } from './export-table.js';

/** R24: every promise to return that stands, the earliest first; those offered to the team last. */
export const callbacksExport: ExportTable<CallbackRow> = {
  columns: [
    column('Kundkort', 'Card', ({ cardId }) => cardId),
    column('Arbetsställe', 'Workplace', ({ workplaceName }) => workplaceName),
    column('Beslutsfattare', 'Decision-maker', ({ personName }) => personName),
    column('Kampanjomgång', 'Round', ({ roundId }, { roundName }) => roundName(roundId) ?? roundId),
    column('Säljare', 'Caller', ({ ownerId }, { accountName }) => accountName(ownerId) ?? ownerId),
    column('Lovad sedan', 'Promised since', ({ since }) => wallTime(since)),
    column('Tid', 'Due', ({ dueAt }) => wallTime(dueAt)),
    column('Läge', 'Standing', ({ dueAt: due, since, offeredToTeam }, { now }) =>
      rungOf({ due, since, offeredToTeam: offeredToTeam === 1 }, now),
    ),
  ],
  pages: promises,
};

async function* promises({ views }: ExportSource): AsyncGenerator<readonly CallbackRow[]> {
  for (const offeredToTeam of [0, 1]) yield* pagesOf(views, callbacks, { index: 'due', equals: { offeredToTeam } });
}
