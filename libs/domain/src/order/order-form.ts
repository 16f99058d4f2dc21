import type { OrderForm, PostalAddress } from '#events/contracts/index';
import { localOf } from '../shared/swedish-calendar.js';
import { readDirectedPurchase } from './directed-purchase.js';
import { readEmail } from './email-address.js';
import { readInvoiceRoute } from './invoice-route.js';
import { HAS_NO_EMAIL, type OrderContext, type OrderFormInput } from './order-form-input.js';
import { readRows } from './order-rows.js';
import { readCompany, readMarketingName, readName } from './order-names.js';
import { optionalText, readPostalAddress } from './postal-address.js';
import { accepted, together, wrong, type OrderWarning, type Reading } from './reading.js';
import { readWebAddress } from './web-address.js';

const TERMS_DAYS: readonly number[] = [10, 30] satisfies readonly OrderForm['termsDays'][];

/** What readOrderForm checks, before the totals. */
type TypedForm = Omit<OrderForm, 'totalOre' | 'totalVatOre'>;

/** R10-R15, R19: every error and warning of the form at once; the form with VAT and totals when nothing is wrong. */
export function readOrderForm(input: OrderFormInput, context: OrderContext): Reading<OrderForm> {
  const company = readCompany(input.companyNumber);
  const reading = together<TypedForm>({
    legalName: readName(input.legalName, 'legalName', 'order.legal-name-missing'),
    marketingName: readMarketingName(input),
    contactFirstName: readName(input.contactFirstName, 'contactFirstName', 'order.contact-first-name-missing'),
    contactLastName: readName(input.contactLastName, 'contactLastName', 'order.contact-last-name-missing'),
    companyNumber: company.ok ? accepted(company.value.digits, company.warnings) : company,
    email: input.email === HAS_NO_EMAIL ? accepted(HAS_NO_EMAIL) : readEmail(input.email, 'email'),
    invoice: readInvoiceRoute(input.invoice, company.ok && company.value.group === 'public-body'),
    termsDays: readTerms(input.termsDays),
    webAddress: readWebAddress(input.webAddress, asksForWebAddress(input, context)),
    rows: readRows(input.rows, localOf(context.now).date),
    directedPurchase: readDirectedPurchase(input.directedPurchase),
    diplomaAddress: readDiplomaAddress(input.diplomaAddress),
    note: accepted(optionalText(input.note)),
  });
  return withContext(reading, context);
}

function withContext(reading: Reading<TypedForm>, { previousOrderInRound }: OrderContext): Reading<OrderForm> {
  const second: OrderWarning = { code: 'order.second-in-round', field: 'form' };
  const warnings = previousOrderInRound ? [...reading.warnings, second] : reading.warnings;
  return reading.ok ? accepted(withTotals(reading.value), warnings) : { ...reading, warnings };
}

/** R12: the total mirrors the list price. */
export const withTotals = (form: TypedForm): OrderForm => ({
  ...form,
  totalOre: form.rows.reduce((sum, { listPriceOre }) => sum + listPriceOre, 0),
  totalVatOre: form.rows.reduce((sum, { vatOre }) => sum + vatOre, 0),
});

const isOffered = (days: number | undefined): days is OrderForm['termsDays'] =>
  days !== undefined && TERMS_DAYS.includes(days);

const readTerms = (days: number | undefined): Reading<OrderForm['termsDays']> =>
  isOffered(days) ? accepted(days) : wrong('order.terms-not-offered', 'termsDays');

/** R11: thresholds look at each row's list price ex VAT. */
const asksForWebAddress = ({ rows = [] }: OrderFormInput, { webAddressFromOre }: OrderContext): boolean =>
  rows.some(({ listPriceOre = 0 }) => listPriceOre >= webAddressFromOre);

const readDiplomaAddress = (input: Partial<PostalAddress> | undefined): Reading<PostalAddress | undefined> =>
  input ? readPostalAddress(input, 'diplomaAddress') : accepted(undefined);
