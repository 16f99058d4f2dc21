import { readPhoneCell } from '#domain/shared/phone-cell';
import type { PhoneReading } from '#domain/shared/phone-number';
import { PHONE_FIELDS, type ImportField, type Mapping } from '../mapping/import-field.js';
import type { DraftNumber, RowProblem } from './card-draft.js';
import type { RowTexts } from './row-texts.js';
import { withoutAbsent } from './without-absent.js';

const MOST_NUMBERS = 10;

export interface ReadPhones {
  readonly numbers: readonly DraftNumber[];
  readonly unreadable: readonly string[];
  readonly problems: readonly RowProblem[];
}

type Found = PhoneReading & { readonly field: ImportField };

/** Every number of every telephone column, each once, in the order of the fields. */
export function readPhones(texts: RowTexts, mapping: Mapping): ReadPhones {
  const found = PHONE_FIELDS.flatMap((field): Found[] =>
    readPhoneCell(texts[field] ?? '').map((reading) => ({ ...reading, field })),
  );
  const kept = found.slice(0, MOST_NUMBERS);
  const labelled = PHONE_FIELDS.filter((field) => mapping[field] !== undefined).length > 1;
  const numbers = kept.flatMap((phone) => (phone.readable ? [numberOf(phone, labelled ? mapping : {})] : []));
  return {
    numbers: numbers.filter(({ e164 }, index) => numbers.findIndex((other) => other.e164 === e164) === index),
    unreadable: kept.flatMap((phone) => (phone.readable ? [] : [phone.raw])),
    problems: [...kept.flatMap(problemsOf), ...(found.length > kept.length ? [{ code: 'phone.too-many' }] : [])],
  };
}

const numberOf = (phone: Found & { readonly readable: true }, labels: Mapping): DraftNumber =>
  withoutAbsent({ e164: phone.number.e164, label: labels[phone.field] });

const problemsOf = (phone: Found): RowProblem[] => {
  const codes = phone.readable ? phone.warnings : [phone.refusal.code];
  return codes.map((code) => ({ code, field: phone.field }));
};
