import { parsePhoneNumberFromString, type PhoneNumberType, type PhoneNumber as Parsed } from 'libphonenumber-js/max';
import { PhoneNotDialable, PhoneUnreadable, type NotDialableBecause } from './phone-number.errors.js';

export type PhoneKind =
  'fixed' | 'mobile' | 'fixed-or-mobile' | 'company-wide' | 'toll-free' | 'shared-cost' | 'personal' | 'ip' | 'other';

export interface PhoneNumber {
  /** `+46812345678`: the one spelling in which numbers are compared, kept and called. */
  readonly e164: string;
  readonly kind: PhoneKind;
}

/** What was mended, left out or looks mistyped; the row is kept and its owner is told. */
export type PhoneWarning =
  'phone.leading-zero-added' | 'phone.plus-added' | 'phone.extension-dropped' | 'phone.unusually-short';

/** One number as it was typed: read, or refused with the reason. */
export type PhoneReading =
  | {
      readonly readable: true;
      readonly raw: string;
      readonly number: PhoneNumber;
      readonly warnings: readonly PhoneWarning[];
    }
  | { readonly readable: false; readonly raw: string; readonly refusal: PhoneUnreadable | PhoneNotDialable };

const KINDS: Readonly<Partial<Record<PhoneNumberType, PhoneKind>>> = {
  FIXED_LINE: 'fixed',
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'fixed-or-mobile',
  UAN: 'company-wide',
  TOLL_FREE: 'toll-free',
  SHARED_COST: 'shared-cost',
  PERSONAL_NUMBER: 'personal',
  VOIP: 'ip',
};

const NEVER_CALLED: Readonly<Partial<Record<PhoneNumberType, NotDialableBecause>>> = {
  PREMIUM_RATE: 'premium',
  PAGER: 'pager',
  VOICEMAIL: 'voicemail',
};

/** Premium series whole, also with a length that the plan does not have. */
const SWEDISH_PREMIUM = /^9(?:00|39|44)/;
/** Numbers such as 112, 11414 and 90510 exist inside Sweden only and have no E.164 form. */
const SWEDISH_SHORT = /^(?:11\d|90\d)\d{0,3}$/;
/** Spreadsheets hand whole numbers over with a decimal. */
const AS_DECIMAL = /^(\d+)\.0$/;
/** Significant digits of the plan's shortest numbers: some real ones are left, most are a longer one that lost a digit. */
const SHORTEST_SWEDISH_DIGITS = 7;
const SWEDISH_EXTENSION = /\s*\bank(?:n|nytning)\b\.?/i;

/** Accepts 08-, 0046, +46 (0)8 and numbers that lost their leading zero; what has no country code is Swedish. */
export function readPhoneNumber(raw: string): PhoneReading {
  const text = raw.trim().replace(AS_DECIMAL, '$1').replace(SWEDISH_EXTENSION, ' ext. ');
  const digits = text.replace(/\D/g, '');
  if (SWEDISH_SHORT.test(digits)) return refused(raw, new PhoneNotDialable('short'));
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: 'SE' });
  if (!parsed) return refused(raw, new PhoneUnreadable());
  const because = neverCalled(parsed);
  if (because) return refused(raw, new PhoneNotDialable(because));
  if (!parsed.isValid()) return refused(raw, new PhoneUnreadable());
  return {
    readable: true,
    raw,
    number: { e164: parsed.number, kind: kindOf(parsed) },
    warnings: warningsOf(text, parsed),
  };
}

/** @throws PhoneUnreadable, PhoneNotDialable */
export function phoneNumberOf(raw: string): PhoneNumber {
  const reading = readPhoneNumber(raw);
  if (!reading.readable) throw reading.refusal;
  return reading.number;
}

const refused = (raw: string, refusal: PhoneUnreadable | PhoneNotDialable): PhoneReading => ({
  readable: false,
  raw,
  refusal,
});

function kindOf(parsed: Parsed): PhoneKind {
  const type = parsed.getType();
  return (type && KINDS[type]) ?? 'other';
}

function neverCalled(parsed: Parsed): NotDialableBecause | undefined {
  if (parsed.countryCallingCode === '46' && SWEDISH_PREMIUM.test(parsed.nationalNumber)) return 'premium';
  const type = parsed.getType();
  return type && NEVER_CALLED[type];
}

function warningsOf(text: string, parsed: Parsed): readonly PhoneWarning[] {
  const warnings: PhoneWarning[] = [];
  if (parsed.ext) warnings.push('phone.extension-dropped');
  if (isUnusuallyShort(parsed)) warnings.push('phone.unusually-short');
  const start = /[+\d]/.exec(text)?.[0];
  if (start === '+' || start === '0') return warnings;
  const digits = text.replace(/\D/g, '');
  const hasCountryCode = digits.startsWith(parsed.countryCallingCode + parsed.nationalNumber);
  return [...warnings, hasCountryCode ? 'phone.plus-added' : 'phone.leading-zero-added'];
}

const isUnusuallyShort = ({ countryCallingCode, nationalNumber }: Parsed): boolean =>
  countryCallingCode === '46' && nationalNumber.length <= SHORTEST_SWEDISH_DIGITS;
