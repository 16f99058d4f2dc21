import { HEADING_SYNONYMS, PHONE_SYNONYMS } from './heading-synonyms.js';
import { PHONE_FIELDS, type ImportField, type Mapping } from './import-field.js';

const PHONES: ReadonlySet<string> = new Set(PHONE_SYNONYMS);

/** A proposal for somebody to confirm: a column that is not known is left out. */
export function guessMapping(headings: readonly string[]): Mapping {
  const columns = new Map(headings.map((heading) => [heading, headingKey(heading)]));
  const guessed: [ImportField, string][] = [];
  const take = (field: ImportField, heading: string): void => {
    columns.delete(heading);
    guessed.push([field, heading]);
  };
  for (const [field, synonyms] of HEADING_SYNONYMS) {
    const heading = firstOf(synonyms, columns);
    if (heading !== undefined) take(field, heading);
  }
  const phones = [...columns.keys()].filter((heading) => isPhone(headingKey(heading)));
  phones.slice(0, PHONE_FIELDS.length).forEach((heading, index) => take(PHONE_FIELDS[index] ?? 'phone', heading));
  return Object.fromEntries(guessed);
}

/** `Org.nr`, `org_nr` and `ORGNR` are the same heading. */
const headingKey = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]+/gu, '');

function firstOf(synonyms: readonly string[], columns: ReadonlyMap<string, string>): string | undefined {
  for (const synonym of synonyms) {
    for (const [heading, key] of columns) if (key === synonym) return heading;
  }
  return undefined;
}

const isPhone = (key: string): boolean => PHONES.has(key.replace(/\d+$/, ''));
