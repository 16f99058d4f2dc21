import { accountList, type AccountListRow } from '#read-models/account-list/account-list.projection';
import { pagesOf } from '#read-models/store/pages-of';
import { column, type ExportTable } from './export-table.js';

export const accountsExport: ExportTable<AccountListRow> = {
  columns: [
    column('Konto', 'Account', ({ key }) => key),
    column('Användarnamn', 'Username', ({ username }) => username),
    column('Namn', 'Name', ({ displayName }) => displayName),
    column('Roll', 'Role', ({ role }) => role),
    column('Status', 'Status', ({ status }) => status),
  ],
  pages: ({ views }) => pagesOf(views, accountList, { index: 'by-username' }),
};
