import { readCompanyNumber, type CompanyNumber } from '../shared/company-number.js';
import { nameKey } from '../shared/name-key.js';
import type { OrderFormInput } from './order-form-input.js';
import { stated } from './postal-address.js';
import { accepted, wrong, type OrderErrorCode, type Reading } from './reading.js';
import { spellingWarnings } from './spelling.js';

/** R19: the typed value stays, odd as it may look. */
export function readName(raw: string | undefined, field: string, missing: OrderErrorCode): Reading<string> {
  return raw === undefined || !stated(raw) ? wrong(missing, field) : accepted(raw, spellingWarnings(raw, field));
}

/** R11: only where it differs from the legal name. */
export function readMarketingName({ marketingName, legalName }: OrderFormInput): Reading<string | undefined> {
  const field = 'marketingName';
  if (marketingName === undefined || !stated(marketingName)) return accepted(undefined);
  if (nameKey(marketingName) === nameKey(legalName ?? '')) return wrong('order.marketing-name-same-as-legal', field);
  return accepted(marketingName, spellingWarnings(marketingName, field));
}

/** R10: the form is required, a failing check digit is a warning to confirm. */
export function readCompany(raw: string | undefined): Reading<CompanyNumber> {
  const field = 'companyNumber';
  if (raw === undefined || !stated(raw)) return wrong('order.company-number-missing', field);
  const reading = readCompanyNumber(raw);
  if (!reading.readable) return wrong(reading.refusal.code, field);
  return accepted(
    reading.companyNumber,
    reading.warnings.map((code) => ({ code, field })),
  );
}
