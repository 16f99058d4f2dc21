import { readCompanyNumber } from './company-number.js';

const GLN_DIGITS = 13;
const SCHEME_COMPANY_NUMBER = '0007';
const SCHEME_GLN = '0088';
const PEPPOL_ID = /^(?:iso6523-actorid-upis::)?(\d{4}):(.+)$/i;

/** GS1: from the right, every second digit counts three times; the sum is a multiple of ten. */
function hasGs1CheckDigit(digits: string): boolean {
  const fromTheRight = Array.from(digits, Number).reverse();
  return fromTheRight.reduce((sum, digit, index) => sum + digit * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/** Thirteen digits of which the last is a check digit; `undefined` when it is no GLN. */
export function readGln(raw: string): string | undefined {
  const digits = raw.replace(/[\s-]/g, '');
  const isGln = digits.length === GLN_DIGITS && /^\d+$/.test(digits) && hasGs1CheckDigit(digits);
  return isGln ? digits : undefined;
}

/** `0007:` with a company number or `0088:` with a GLN (R15), without blanks and hyphens; `undefined` when it is neither. */
export function readPeppolId(raw: string): string | undefined {
  const [, scheme, id = ''] = PEPPOL_ID.exec(raw.trim()) ?? [];
  if (scheme === SCHEME_COMPANY_NUMBER) return withScheme(scheme, companyDigits(id));
  return scheme === SCHEME_GLN ? withScheme(scheme, readGln(id)) : undefined;
}

const withScheme = (scheme: string, id: string | undefined): string | undefined => id && `${scheme}:${id}`;

function companyDigits(raw: string): string | undefined {
  const reading = readCompanyNumber(raw);
  return reading.readable ? reading.companyNumber.digits : undefined;
}
