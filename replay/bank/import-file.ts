import { stringify } from 'csv-stringify/sync';
import { companyNumberOf } from '../generated/company-number.js';
import { phoneOf } from '../generated/phone.js';
import { workplaceOf } from '../generated/workplace.js';

/** Our field → heading of the file. */
export const MAPPING = {
  externalId: 'Externt id',
  name: 'Namn',
  companyNumber: 'Organisationsnummer',
  phone: 'Telefon',
  street: 'Gatuadress',
  postcode: 'Postnummer',
  city: 'Ort',
  contactFirstName: 'Förnamn',
  contactLastName: 'Efternamn',
} as const;

/** A file as an agency would be given it: one made-up workplace for each row number. */
export function importFile(rows: readonly number[]): string {
  const lines = rows.map((row) => {
    const { name, street, postcode, city, firstName, lastName } = workplaceOf(row);
    return [row, name, companyNumberOf(row), phoneOf(row), street, postcode, city, firstName, lastName];
  });
  return stringify([Object.values(MAPPING), ...lines], { delimiter: ';' });
}
