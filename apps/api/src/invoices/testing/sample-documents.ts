import type { OrderForm, OrderRow, SellerFacts } from '#events/contracts/index';
import type { InvoiceDocument } from '../invoice-document.js';

export const SELLER: SellerFacts = {
  name: 'Byrån AB',
  companyNumber: '5560360793',
  street: 'Storgatan 1',
  postcode: '114 51',
  city: 'Stockholm',
  email: 'faktura@byran.example',
  phone: '08-123 45 67',
  bankgiro: '50501055',
  peppolId: '0007:5560360793',
  fTax: true,
};

const ROW: OrderRow = {
  product: 'Annons, halvsida & logotyp',
  productClass: 'advertising',
  kind: 'recurring',
  oncePerYear: false,
  listPriceOre: 240_001,
  packageOre: 240_000,
  vatPercent: 25,
  vatOre: 60_000,
};
const BOOK: OrderRow = {
  product: 'Skolkatalog',
  productClass: 'printed-matter',
  kind: 'single',
  oncePerYear: false,
  listPriceOre: 9,
  packageOre: 0,
  vatPercent: 6,
  vatOre: 1,
};

export const FORM: OrderForm = {
  legalName: 'Lärande i <Huddinge> AB',
  contactFirstName: 'Anna',
  contactLastName: 'Öberg',
  companyNumber: '5560160680',
  email: 'anna@skolan.example',
  invoice: { kind: 'e-invoice', peppolId: '0007:5560160680' },
  termsDays: 30,
  rows: [ROW, BOOK],
  totalOre: 240_010,
  totalVatOre: 60_001,
};

const COMMON = { orderId: '019ab0c4-7a00-7000-8000-000000000031', seller: SELLER, order: FORM };

export const INVOICE: InvoiceDocument = {
  ...COMMON,
  kind: 'invoice',
  number: 17,
  issuedOn: '2026-11-23',
  dueOn: '2026-12-23',
};
export const CREDIT_NOTE: InvoiceDocument = {
  ...COMMON,
  kind: 'credit-note',
  number: 18,
  issuedOn: '2026-11-24',
  invoice: { number: 17, issuedOn: '2026-11-23' },
};
