import { holdsOf } from '#domain/order-life/invoicing/invoice-due';
import { mailStateOf } from '#domain/order-life/mail/mail-state';
import { maskCompanyNumber } from '#domain/shared/company-number';
import type { OrderRow } from '#read-models/orders/order-row';
import { orders } from '#read-models/orders/orders.projection';
import { pagesOf } from '#read-models/store/pages-of';
import { column, wallTime, type ExportTable } from './export-table.js';

/** Every order as it holds now, cancelled ones too, newest first. */
export const ordersExport: ExportTable<OrderRow> = {
  columns: [
    column('Order', 'Order', ({ key }) => key),
    column('Status', 'Status', ({ status }) => status),
    column('Tagen', 'Taken', ({ takenAt }) => wallTime(takenAt)),
    column('Säljare', 'Caller', ({ callerId }, { accountName }) => accountName(callerId) ?? callerId),
    column('Kampanjomgång', 'Round', ({ roundId }, { roundName }) => roundName(roundId) ?? roundId),
    column('Kundkort', 'Card', ({ cardId }) => cardId),
    column('Försök', 'Attempt', ({ state }) => state.origin.attempt),
    column('Bolag', 'Company', ({ state }) => state.form.legalName),
    column('Organisationsnummer', 'Company number', ({ companyNumber }) => maskCompanyNumber(companyNumber)),
    column('Rader', 'Rows', ({ state }) => state.form.rows.length),
    column('Löpande', 'Recurring', ({ state }) => state.form.rows.filter(({ kind }) => kind === 'recurring').length),
    column('Summa ex moms (öre)', 'Total ex VAT (öre)', ({ state }) => state.form.totalOre),
    column('Moms (öre)', 'VAT (öre)', ({ state }) => state.form.totalVatOre),
    column('Fakturaväg', 'Invoice by', ({ state }) => state.form.invoice.kind),
    column('Betalvillkor (dagar)', 'Terms (days)', ({ state }) => state.form.termsDays),
    column('Faktura hålls', 'Invoice held', ({ state }) => (holdsOf(state).length > 0 ? 1 : 0)),
    column('Faktura', 'Invoice', ({ state }) => state.invoicing.invoice?.number),
    column('Tackmejl', 'Thank-you mail', ({ state }) => mailStateOf(state)),
    column('Avbeställd', 'Cancelled', ({ state }) => wallTime(state.cancellation?.cancelledAt)),
  ],
  pages: ({ views }) => pagesOf(views, orders, { index: 'newest' }),
};
