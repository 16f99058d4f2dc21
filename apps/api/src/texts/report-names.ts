import type { CaseKind } from '#events/contracts/index';
import { EARLIER, NO_PATH } from '#read-models/reports/outcome-path';
import type { SoldKind } from '#read-models/reports/order-sales.projection';
import type { Text } from './texts.js';

/** R13 */
export const soldKindNames: Readonly<Record<SoldKind, Text>> = {
  single: { sv: 'Singel', en: 'Single' },
  recurring: { sv: 'Löpande', en: 'Recurring' },
  'once-per-year': { sv: 'Löpande 1 g/år', en: 'Once per year' },
};

/** R16 */
export const caseKindNames: Readonly<Record<CaseKind, Text>> = {
  'no-more-calls': { sv: 'Vill inte bli uppringd', en: 'No more calls' },
  'recently-called': { sv: 'Nyligen uppringd', en: 'Recently called' },
  ceased: { sv: 'Upphört', en: 'Ceased' },
  'unauthorised-contact': { sv: 'Obehörig kontakt', en: 'Unauthorised contact' },
  'mail-failed': { sv: 'Mejl som inte gått fram', en: 'Mail failed' },
  'company-number': { sv: 'Organisationsnummer', en: 'Company number' },
  'e-invoice-address': { sv: 'Adress för e-faktura', en: 'E-invoice address' },
  'diploma-address': { sv: 'Diplom till annan adress', en: 'Diploma to another address' },
  'invoice-by-mail': { sv: 'Faktura per mejl', en: 'Invoice by mail' },
  'directed-purchase': { sv: 'Riktat köp', en: 'Directed purchase' },
  'order-by-mail': { sv: 'Order per mejl', en: 'Order by mail' },
  other: { sv: 'Annat', en: 'Other' },
};

/** What stands in a path beside the outcomes. */
export const pathNames: Readonly<Record<string, Text>> = {
  [NO_PATH]: { sv: 'Inget tidigare utfall', en: 'No outcome before' },
  [EARLIER]: { sv: '…', en: '…' },
};
