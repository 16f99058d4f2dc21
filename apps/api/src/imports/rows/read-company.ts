import { readCompanyNumber } from '#domain/shared/company-number';
import type { DraftCompany, RowProblem } from './card-draft.js';
import type { RowTexts } from './row-texts.js';
import { withoutAbsent } from './without-absent.js';

/** A number that cannot be read leaves the card without a company; one whose check digit fails may be real. */
export function readCompany({ companyNumber, legalName }: RowTexts): {
  company?: DraftCompany;
  problems: RowProblem[];
} {
  if (companyNumber === undefined) return { problems: [] };
  const reading = readCompanyNumber(companyNumber.replace(/\.0$/, ''));
  if (!reading.readable) return { problems: [{ code: reading.refusal.code, field: 'companyNumber' }] };
  return {
    company: withoutAbsent({
      number: reading.companyNumber.digits,
      checkDigitFails: reading.warnings.length > 0,
      legalName,
    }),
    problems: reading.warnings.map((code) => ({ code, field: 'companyNumber' })),
  };
}
