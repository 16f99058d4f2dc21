import type { CaseRow } from '#read-models/cases/case-row';
import { cases } from '#read-models/cases/cases.projection';
import type { RaisedCase } from '#domain/case/case';
import { pagesOf } from '#read-models/store/pages-of';
import { column, wallTime, type ExportTable } from './export-table.js';

const resolutionOf = (state: RaisedCase) => (state.status === 'done' ? state.resolution : undefined);

const mailFailureOf = ({ raised: { bounce, mailFailure } }: RaisedCase) =>
  bounce ? `${bounce.kind}-bounce` : mailFailure?.kind;

/** Every case that is open, by urgency and age, then every one that is done, newest first. What was written to admin stays in the engine. */
export const casesExport: ExportTable<CaseRow> = {
  columns: [
    column('Ärende', 'Case', ({ key }) => key),
    column('Slag', 'Kind', ({ kind }) => kind),
    column('Akut', 'Urgent', ({ state }) => (state.raised.urgent ? 1 : 0)),
    column('Status', 'Status', ({ status }) => status),
    column('Uppkom', 'Raised', ({ raisedAt }) => wallTime(raisedAt)),
    column('Larmade', 'Alarmed', ({ state }) => wallTime(state.alarmedAt)),
    column('Ägare', 'Owner', ({ ownerId }, { accountName }) => accountName(ownerId) ?? ownerId),
    column('Kundkort', 'Card', ({ cardId }) => cardId),
    column('Order', 'Order', ({ orderId }) => orderId),
    column('Åtgärd', 'What was done', ({ state }) => resolutionOf(state)?.effect),
    column('Åtgärdat av', 'Resolved by', ({ state }, { accountName }) => accountName(resolutionOf(state)?.resolvedBy)),
    column('Åtgärdat', 'Resolved', ({ doneAt }) => wallTime(doneAt)),
    column('Mejlfel', 'Mail failure', ({ state }) => mailFailureOf(state)),
    column('Svarskod', 'Reply code', ({ state: { raised } }) => raised.mailFailure?.replyCode ?? raised.bounce?.status),
  ],
  pages: async function* ({ views }) {
    yield* pagesOf(views, cases, { index: 'open' });
    yield* pagesOf(views, cases, { index: 'done' });
  },
};
