import { blockList, type BlockRow } from '#read-models/block-list/block-list.projection';
import { pagesOf } from '#read-models/store/pages-of';
import { column, wallTime, type ExportTable } from './export-table.js';

/** R6: every block that was ever set, the lifted ones too. */
export const blocksExport: ExportTable<BlockRow> = {
  columns: [
    column('Spärr', 'Block', ({ key }) => key),
    column('Status', 'Status', ({ status }) => status),
    column('Omfattning', 'Scope', ({ scope }) => scope),
    column('Sedan', 'Since', ({ since }) => wallTime(since)),
    column('Orsak', 'Cause', ({ cause }) => cause),
    column('Satt av', 'Blocked by', ({ blockedBy }, { accountName }) => accountName(blockedBy) ?? blockedBy),
    column('Skäl', 'Reason', ({ reason }) => reason),
    column('Kundkort', 'Card', ({ cardId }) => cardId),
    column('Bolag', 'Company', ({ companyId }) => companyId),
    column('Hela bolaget', 'Whole company', ({ atCompany }) => atCompany),
    column('Nummer nu', 'Numbers now', ({ numberIds }) => numberIds.length),
    column('Kort nu', 'Cards now', ({ cardIds }) => cardIds.length),
    column('Hävd', 'Lifted', ({ lifted }) => wallTime(lifted?.liftedAt)),
    column('Hävd av', 'Lifted by', ({ lifted }, { accountName }) => accountName(lifted?.liftedBy) ?? lifted?.liftedBy),
    column('Skäl att häva', 'Reason of the lift', ({ lifted }) => lifted?.reason),
    column('Underlag', 'Evidence', ({ lifted }) => lifted?.evidence),
  ],
  pages: ({ views }) => pagesOf(views, blockList, { index: 'newest' }),
};
