import { EARLIER, NO_PATH } from '#read-models/reports/outcome-path';
import type { SoldKind } from '#read-models/reports/order-sales.projection';
import type { Text } from './texts.js';

/** R13 */
export const soldKindNames: Readonly<Record<SoldKind, Text>> = {
  single: { sv: 'Singel', en: 'Single' },
  recurring: { sv: 'Löpande', en: 'Recurring' },
  'once-per-year': { sv: 'Löpande 1 g/år', en: 'Once per year' },
};

/** What stands in a path beside the outcomes. */
export const pathNames: Readonly<Record<string, Text>> = {
  [NO_PATH]: { sv: 'Inget tidigare utfall', en: 'No outcome before' },
  [EARLIER]: { sv: '…', en: '…' },
};
