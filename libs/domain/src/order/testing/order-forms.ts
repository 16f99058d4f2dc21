import type { OrderFormInput, OrderRowInput } from '../order-form-input.js';

export const NOW = '2026-11-23T09:00:00.000Z';

export const aRow = (changes: Partial<OrderRowInput> = {}): OrderRowInput => ({
  product: 'Diplompaket',
  kind: 'single',
  listPriceOre: 120_000,
  ...changes,
});

/** A form without errors and warnings, but for the changes. */
export const aForm = (changes: Partial<OrderFormInput> = {}): OrderFormInput => ({
  legalName: 'Lärande i Huddinge AB',
  contactFirstName: 'Anna',
  contactLastName: 'Öberg',
  companyNumber: '556036-0793',
  email: 'anna@skolan.se',
  invoice: { kind: 'e-mail', email: 'faktura@skolan.se' },
  termsDays: 30,
  webAddress: 'skolan.se',
  rows: [aRow()],
  ...changes,
});
