import { describe, expect, test } from '@jest/globals';
import { describeWithSharedData } from '../../../../../test/support/shared-data.js';
import { inspectFile } from '../reading/inspect-file.js';
import { openTable } from '../reading/table.js';
import { confirmMapping } from './confirm-mapping.js';
import { guessMapping } from './guess-mapping.js';
import { HEADING_SYNONYMS, PHONE_SYNONYMS } from './heading-synonyms.js';
import { IMPORT_FIELDS, PHONE_FIELDS } from './import-field.js';
import { MappingFieldUnknown, MappingHeadingUnknown, MappingNeedsName } from './mapping.errors.js';

describe('the guessed mapping', () => {
  test('knows Swedish headings', () => {
    const headings = [
      'Kundnr',
      'Företagsnamn',
      'Org.nr',
      'Besöksadress',
      'Postnr',
      'Ort',
      'Telefon',
      'Mobil',
      'Fax',
      'E-post',
      'Hemsida',
      'Förnamn',
      'Efternamn',
      'Befattning',
      'Prio',
    ];
    expect(guessMapping(headings)).toEqual({
      existingCustomerNumber: 'Kundnr',
      name: 'Företagsnamn',
      companyNumber: 'Org.nr',
      street: 'Besöksadress',
      postcode: 'Postnr',
      city: 'Ort',
      phone: 'Telefon',
      phone2: 'Mobil',
      email: 'E-post',
      website: 'Hemsida',
      contactFirstName: 'Förnamn',
      contactLastName: 'Efternamn',
      contactRole: 'Befattning',
      priority: 'Prio',
    });
  });

  test('knows English headings', () => {
    const headings = [
      'ID',
      'Company name',
      'VAT number',
      'Street address',
      'ZIP code',
      'Town',
      'Phone',
      'Email',
      'Contact',
    ];
    expect(guessMapping(headings)).toEqual({
      externalId: 'ID',
      name: 'Company name',
      companyNumber: 'VAT number',
      street: 'Street address',
      postcode: 'ZIP code',
      city: 'Town',
      phone: 'Phone',
      email: 'Email',
      contactName: 'Contact',
    });
  });

  test('takes the company for the workplace only where nothing else is one', () => {
    expect(guessMapping(['Företag', 'Arbetsplats'])).toEqual({ name: 'Arbetsplats', legalName: 'Företag' });
    expect(guessMapping(['Företag'])).toEqual({ name: 'Företag' });
  });

  test('gives numbered columns of telephones their fields in the order of the file, up to four', () => {
    const headings = ['Namn', 'Telefon 1', 'Telefon 2', 'TELEFON_3', 'Mobil (2)', 'Tel 5'];
    expect(guessMapping(headings)).toEqual({
      name: 'Namn',
      phone: 'Telefon 1',
      phone2: 'Telefon 2',
      phone3: 'TELEFON_3',
      phone4: 'Mobil (2)',
    });
  });

  test.each([['Fax'], ['Faxnummer'], ['Telefax'], ['Anteckning'], ['#3'], ['']])('leaves out %j', (heading) => {
    expect(guessMapping([heading])).toEqual({});
  });

  test('has synonyms for every field, in the form in which headings are compared, none twice for one field', () => {
    const fields = new Set([...HEADING_SYNONYMS.map(([field]) => field), ...PHONE_FIELDS]);
    expect([...fields].sort()).toEqual([...IMPORT_FIELDS].sort());
    for (const synonyms of [...HEADING_SYNONYMS.map(([, list]) => list), PHONE_SYNONYMS]) {
      expect(new Set(synonyms).size).toBe(synonyms.length);
      for (const synonym of synonyms) expect(synonym).toMatch(/^[a-zåäö]+\d?$/);
    }
  });
});

describe('the confirmed mapping', () => {
  const headings = ['Namn', 'Tfn', 'Ort'];

  test('is the guess where nobody says otherwise', () => {
    expect(confirmMapping(undefined, headings)).toEqual({ name: 'Namn', phone: 'Tfn', city: 'Ort' });
  });

  test('is what was asked for, whatever the guess', () => {
    expect(confirmMapping({ name: 'Ort', phone: '' }, headings)).toEqual({ name: 'Ort' });
  });

  test('needs a name, known fields and headings of the file', () => {
    expect(() => confirmMapping({ phone: 'Tfn' }, headings)).toThrow(MappingNeedsName);
    expect(() => confirmMapping(undefined, ['a', 'b'])).toThrow(MappingNeedsName);
    expect(() => confirmMapping({ name: 'Namn', shoeSize: 'Ort' }, headings)).toThrow(MappingFieldUnknown);
    expect(() => confirmMapping({ name: 'Kund' }, headings)).toThrow(MappingHeadingUnknown);
  });
});

describeWithSharedData('the headings of a real list of schools', 'se_schools_432.csv', (path) => {
  test('are guessed right', async () => {
    const table = await openTable(await inspectFile(path));
    await table.close();
    expect(guessMapping(table.headings)).toEqual({
      externalId: 'school_code',
      name: 'name',
      companyNumber: 'org_nr',
      legalName: 'organiser_name',
      street: 'street',
      postcode: 'zip',
      city: 'city',
      phone: 'telephone',
      email: 'email',
      website: 'web',
    });
  });
});
