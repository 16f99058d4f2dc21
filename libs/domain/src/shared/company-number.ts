import library from 'organisationsnummer';
import { CompanyNumberImpossible, CompanyNumberUnreadable } from './company-number.errors.js';

// The package's types describe a default export; Node loads its CommonJS build, whose export is the class itself.
const Organisationsnummer = library as unknown as typeof library.default;

/** The first digit tells what kind of body it is; a sole trader has a personal number instead. */
export type CompanyGroup =
  | 'estate'
  | 'public-body'
  | 'foreign'
  | 'limited-company'
  | 'simple-partnership'
  | 'economic-association'
  | 'non-profit'
  | 'partnership'
  | 'sole-trader'
  | 'unknown';

export interface CompanyNumber {
  /** Ten digits without hyphen. A sole trader's are personal data: never in a URL, log or stream name. */
  readonly digits: string;
  readonly group: CompanyGroup;
  readonly isSoleTrader: boolean;
}

/** The check digit of a few real companies fails: a warning to confirm, never a refusal (R10). */
export type CompanyNumberWarning = 'company-number.check-digit';

export type CompanyNumberReading =
  | {
      readonly readable: true;
      readonly companyNumber: CompanyNumber;
      readonly warnings: readonly CompanyNumberWarning[];
    }
  | { readonly readable: false; readonly refusal: CompanyNumberUnreadable | CompanyNumberImpossible };

const GROUPS: Readonly<Record<string, CompanyGroup>> = {
  '1': 'estate',
  '2': 'public-body',
  '3': 'foreign',
  '5': 'limited-company',
  '6': 'simple-partnership',
  '7': 'economic-association',
  '8': 'non-profit',
  '9': 'partnership',
};

const LEGAL_PERSON = '16';
const TEN_OR_TWELVE_DIGITS = /^(16|18|19|20)?(\d{10})$/;
const VAT_NUMBER = /^SE(\d{10})01$/i;
/** What people write between the digits, among them the plus of those who have turned a hundred. */
const SEPARATORS = /[\s.+\-\u2010-\u2015\u2212]/g;
const CHECK_DIGITS = Array.from('0123456789');

/** Accepts ten digits, the 12-digit form (16 for legal persons, the century for people) and the VAT number. */
export function readCompanyNumber(raw: string): CompanyNumberReading {
  const compact = raw.replace(SEPARATORS, '').replace(VAT_NUMBER, '$1');
  const [, prefix = '', digits] = TEN_OR_TWELVE_DIGITS.exec(compact) ?? [];
  if (!digits) return { readable: false, refusal: new CompanyNumberUnreadable() };
  if (!mayHaveBeenIssued(prefix, digits)) return { readable: false, refusal: new CompanyNumberImpossible() };
  return {
    readable: true,
    companyNumber: { digits, group: groupOf(digits), isSoleTrader: isSoleTraderNumber(digits) },
    warnings: Organisationsnummer.valid(digits) ? [] : ['company-number.check-digit'],
  };
}

/** @throws CompanyNumberUnreadable, CompanyNumberImpossible */
export function companyNumberOf(raw: string): CompanyNumber {
  const reading = readCompanyNumber(raw);
  if (!reading.readable) throw reading.refusal;
  return reading.companyNumber;
}

/** The third digit of a legal person is at least 2, so that it cannot look like the month of a birthday. */
export const isSoleTraderNumber = (digits: string): boolean => Number(digits[2]) < 2;

function mayHaveBeenIssued(prefix: string, digits: string): boolean {
  if (prefix && (prefix === LEGAL_PERSON) === isSoleTraderNumber(digits)) return false;
  const century = prefix === LEGAL_PERSON ? '' : prefix;
  // With the right check digit the library judges the rest: group, month, day, coordination number. It is slow to refuse,
  // and most numbers come with the right one, which is therefore tried first.
  const checks = [digits.slice(9), ...CHECK_DIGITS];
  return checks.some((check) => Organisationsnummer.valid(century + digits.slice(0, 9) + check));
}

const groupOf = (digits: string): CompanyGroup =>
  isSoleTraderNumber(digits) ? 'sole-trader' : (GROUPS[digits.charAt(0)] ?? 'unknown');

/** `556016-0680` */
export const formatCompanyNumber = (digits: string): string => `${digits.slice(0, 6)}-${digits.slice(6)}`;

/** `510217-****` for a sole trader, whose number is a personnummer; whole for everybody else. */
export const maskCompanyNumber = (digits: string): string =>
  isSoleTraderNumber(digits) ? `${digits.slice(0, 6)}-****` : formatCompanyNumber(digits);

export const vatNumberOf = (digits: string): string => `SE${digits}01`;
