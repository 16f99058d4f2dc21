import { campaignList } from '#read-models/campaign-list/campaign-list.projection';
import { readCallsPerCard } from '#read-models/figures/read-calls-per-card';
import { readFigures } from '#read-models/figures/read-figures';
import type { Measures } from '#read-models/figures/figure-row';
import { rounds, type RoundRow } from '#read-models/rounds/rounds.projection';
import { pagesOf } from '#read-models/store/pages-of';
import { column, wallTime, type ExportSource, type ExportTable } from './export-table.js';

interface RoundLine extends RoundRow {
  readonly campaignName?: string;
  readonly cards: number;
  readonly closed: number;
  readonly totals: Measures;
}

/** What each round came to, the newest first. */
export const roundsExport: ExportTable<RoundLine> = {
  columns: [
    column('Kampanj', 'Campaign', ({ campaignName, campaignId }) => campaignName ?? campaignId),
    column('Kampanjomgång', 'Round', ({ name }) => name),
    column('Omgångens id', 'Round id', ({ key }) => key),
    column('Öppnad', 'Opened', ({ openedAt }) => wallTime(openedAt)),
    column('Stängd', 'Closed', ({ closedAt }) => wallTime(closedAt)),
    column('Kort', 'Cards', ({ cards }) => cards),
    column('Avslutade kort', 'Closed cards', ({ closed }) => closed),
    column('Samtal', 'Calls', ({ totals }) => totals.calls),
    column('Kontakter', 'Contacts', ({ totals }) => totals.contacts),
    column('Order', 'Orders', ({ totals }) => totals.orders),
    column('Ordervärde (öre)', 'Order value (öre)', ({ totals }) => totals.orderValueOre),
  ],
  pages: lines,
};

async function* lines({ views }: ExportSource): AsyncGenerator<readonly RoundLine[]> {
  for await (const page of pagesOf(views, rounds, { index: 'newest' })) {
    const campaignIds = [...new Set(page.map(({ campaignId }) => campaignId))];
    const names = new Map((await views.getMany(campaignList, campaignIds)).map(({ key, name }) => [key, name]));
    for (const round of page) {
      const perCard = await readCallsPerCard(views, [round.key]);
      const { totals } = await readFigures(views, { roundIds: [round.key], groupBy: [] });
      const cards = perCard.reduce((sum, one) => sum + one.cards, 0);
      const closed = perCard.reduce((sum, one) => sum + one.closed, 0);
      yield [{ ...round, campaignName: names.get(round.campaignId), cards, closed, totals }];
    }
  }
}
