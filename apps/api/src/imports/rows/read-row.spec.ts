import { describe, expect, test } from '@jest/globals';
import { describeWithSharedData } from '../../../../../test/support/shared-data.js';
import { guessMapping } from '../mapping/guess-mapping.js';
import type { ImportField, Mapping } from '../mapping/import-field.js';
import { inspectFile } from '../reading/inspect-file.js';
import { openTable, type TableRow } from '../reading/table.js';
import { collected } from '../testing/collected.js';
import type { RowReading } from './card-draft.js';
import { rowReader } from './read-row.js';

/** A row whose headings are the names of our fields. */
function read(cells: Partial<Record<ImportField, string>>, problem?: TableRow['problem']): RowReading {
  const headings = Object.keys(cells);
  const mapping = Object.fromEntries(headings.map((heading) => [heading, heading])) as Mapping;
  return rowReader(mapping, headings)({ line: 7, cells: Object.values(cells), ...(problem && { problem }) });
}

const codesOf = ({ problems }: RowReading): string[] =>
  problems.map(({ code, field }) => (field ? `${code} ${field}` : code));

const CAFE = { name: 'Café Åsa', city: 'Handen' };

describe('a row of a file', () => {
  test('becomes a card', () => {
    const reading = read({
      externalId: 'A-1',
      name: ' Café\tÅsa\n',
      companyNumber: '556016-0680',
      legalName: 'Åsas AB',
      phone: '08-123 45 67',
      street: 'Gatan 1',
      postcode: '13640',
      city: 'Handen',
      email: 'info@cafeasa.se',
      website: 'cafeasa.se',
      contactFirstName: 'Åsa',
      contactLastName: 'Berg',
      contactRole: 'Ägare',
      existingCustomerNumber: '77',
      priority: '5',
    });
    expect(reading).toEqual({
      line: 7,
      problems: [],
      draft: {
        workplace: {
          name: 'Café Åsa',
          street: 'Gatan 1',
          postcode: '136 40',
          city: 'Handen',
          email: 'info@cafeasa.se',
          website: 'cafeasa.se',
          contact: { firstName: 'Åsa', lastName: 'Berg', role: 'Ägare' },
        },
        numbers: [{ e164: '+4681234567' }],
        unreadableNumbers: [],
        company: { number: '5560160680', checkDigitFails: false, legalName: 'Åsas AB' },
        externalId: 'A-1',
        existingCustomerNumber: '77',
        priority: 5,
      },
    });
  });

  test('loses control characters and what no text may hold', () => {
    const { draft } = read({
      ...CAFE,
      name: 'Café\u0001\u0085Åsa\uffff',
      city: '\ufffeHan\ud800den',
      phone: '08-1\u0002\uffff',
    });
    expect(draft?.workplace).toEqual({ name: 'Café Åsa', city: 'Han den' });
    expect(draft?.unreadableNumbers).toEqual(['08-1']);
    expect(read({ name: '\u0001\uffff', phone: '08-123 45 67' }).problems).toMatchObject([{ code: 'name.missing' }]);
  });

  test('is refused without a name', () => {
    expect(read({ name: '  ', phone: '08-123 45 67' })).toEqual({
      line: 7,
      problems: [{ code: 'name.missing', field: 'name' }],
    });
  });

  test('leaves out what the file does not say', () => {
    expect(read(CAFE).draft).toEqual({ workplace: CAFE, numbers: [], unreadableNumbers: [], priority: 0 });
  });

  test.each(['row.broken-quotes', 'row.too-long', 'cell.too-long'] as const)('is refused for its form: %s', (form) => {
    expect(read(CAFE, form)).toEqual({ line: 7, problems: [{ code: form }] });
  });

  test('with too few cells is kept with a warning', () => {
    const reading = rowReader({ name: 'a', city: 'b', email: 'c' }, ['a', 'b', 'c']);
    expect(reading({ line: 3, cells: ['Café Åsa', 'Handen'], problem: 'row.too-short' })).toMatchObject({
      draft: { workplace: CAFE },
      problems: [{ code: 'row.too-short' }],
    });
  });

  test('is refused for a text longer than any card holds', () => {
    expect(read({ ...CAFE, street: 'x'.repeat(301) })).toEqual({
      line: 7,
      problems: [{ code: 'text.too-long', field: 'street' }],
    });
    expect(read({ ...CAFE, street: 'x'.repeat(300) }).draft).toBeDefined();
  });

  test('loses the mark by which a spreadsheet keeps digits as text', () => {
    expect(read({ ...CAFE, name: "'t Hof", externalId: "'0012" }).draft).toMatchObject({
      workplace: { name: "'t Hof" },
      externalId: '0012',
    });
  });

  test('has one spelling of a letter with a mark', () => {
    expect(read({ ...CAFE, name: 'A\u030asa' }).draft?.workplace.name).toBe('Åsa');
  });
});

describe('the telephones of a row', () => {
  test('may be two in a cell', () => {
    const { draft, problems } = read({ name: 'Åsa', phone: '08-123 45 67 / 070-123 45 67' });
    expect(draft?.numbers).toEqual([{ e164: '+4681234567' }, { e164: '+46701234567' }]);
    expect(problems).toEqual([]);
  });

  test('may stand in several columns, whose headings label them, each number once', () => {
    const { draft } = read({ name: 'Åsa', phone: '08-123 45 67', phone2: '08-765 43 21, 08-123 45 67', phone3: '' });
    expect(draft?.numbers).toEqual([
      { e164: '+4681234567', label: 'phone' },
      { e164: '+4687654321', label: 'phone2' },
    ]);
  });

  test('get back the zero that a spreadsheet took, with a warning', () => {
    const reading = read({ name: 'Åsa', phone: '701234567' });
    expect(reading.draft?.numbers).toEqual([{ e164: '+46701234567' }]);
    expect(codesOf(reading)).toEqual(['phone.leading-zero-added phone']);
  });

  test('that cannot be read are kept as they were typed, with a warning, where the card is worth keeping', () => {
    const reading = read({ ...CAFE, phone: '07305500000', phone2: 'fråga Åsa' });
    expect(reading.draft).toMatchObject({ numbers: [], unreadableNumbers: ['07305500000', 'fråga Åsa'] });
    expect(codesOf(reading)).toEqual(['phone.unreadable phone', 'phone.unreadable phone2']);
  });

  test('that are not to be called are no numbers of the card', () => {
    const reading = read({ ...CAFE, phone: '0900-123 45 67' });
    expect(reading.draft).toMatchObject({ numbers: [], unreadableNumbers: ['0900-123 45 67'] });
    expect(codesOf(reading)).toEqual(['phone.not-dialable phone']);
  });

  test('refuse the row where they cannot be read or are missing and nothing else tells where the workplace is', () => {
    expect(codesOf(read({ name: 'Åsa', phone: '12' }))).toEqual(['phone.unreadable phone']);
    expect(read({ name: 'Åsa', phone: '12' }).draft).toBeUndefined();
    expect(codesOf(read({ name: 'Åsa', externalId: '1' }))).toEqual(['phone.missing phone']);
    expect(read({ name: 'Åsa', externalId: '1' }).draft).toBeUndefined();
  });

  test.each(['companyNumber', 'street', 'city', 'email', 'website'] as const)(
    'may be missing where there is a %s',
    (field) => {
      const value = { companyNumber: '5560160680', email: 'a@b.se', website: 'b.se', street: 'Gatan', city: 'Handen' }[
        field
      ];
      expect(read({ name: 'Åsa', [field]: value })).toMatchObject({ draft: { numbers: [] }, problems: [] });
    },
  );

  test('are at most ten', () => {
    const many = Array.from({ length: 11 }, (_, index) => `08-123 45 ${10 + index}`).join(', ');
    const reading = read({ name: 'Åsa', phone: many });
    expect(reading.draft?.numbers).toHaveLength(10);
    expect(codesOf(reading)).toEqual(['phone.too-many']);
  });
});

describe('the other fields of a row', () => {
  test('keep a company number whose check digit fails, with a warning', () => {
    const reading = read({ name: 'Åsa', companyNumber: '556016-0681' });
    expect(reading.draft?.company).toEqual({ number: '5560160681', checkDigitFails: true });
    expect(codesOf(reading)).toEqual(['company-number.check-digit companyNumber']);
  });

  test('leave the company out where its number cannot be read', () => {
    const reading = read({ ...CAFE, companyNumber: '12345', legalName: 'Åsas AB' });
    expect(reading.draft?.company).toBeUndefined();
    expect(codesOf(reading)).toEqual(['company-number.unreadable companyNumber']);
  });

  test.each([
    ['13640', { postcode: '136 40' }],
    ['S-136 40', { postcode: '136 40' }],
    ['SE-13640 Handen', { postcode: '136 40', city: 'Handen' }],
    ['136 40  ÖSTRA HANDEN', { postcode: '136 40', city: 'ÖSTRA HANDEN' }],
    ['13640.0', { postcode: '136 40' }],
  ])('read the postcode %j', (postcode, place) => {
    const reading = read({ name: 'Åsa', phone: '08-123 45 67', postcode });
    expect(reading.draft?.workplace).toEqual({ name: 'Åsa', ...place });
    expect(reading.problems).toEqual([]);
  });

  test('R19: keep what looks mistyped, with a warning', () => {
    const reading = read({ ...CAFE, postcode: 'DK-2100', email: 'info(at)asa.se', website: 'saknas' });
    expect(reading.draft?.workplace).toMatchObject({ postcode: 'DK-2100', email: 'info(at)asa.se', website: 'saknas' });
    expect(codesOf(reading)).toEqual([
      'postcode.unlikely postcode',
      'email.unlikely email',
      'website.unlikely website',
    ]);
  });

  test('cut a whole name at its first blank', () => {
    const contactOf = (cells: Partial<Record<ImportField, string>>): unknown =>
      read({ ...CAFE, ...cells }).draft?.workplace.contact;
    expect(contactOf({ contactName: 'Åsa von Berg' })).toEqual({ firstName: 'Åsa', lastName: 'von Berg' });
    expect(contactOf({ contactName: 'Åsa' })).toEqual({ firstName: 'Åsa' });
    expect(contactOf({ contactName: 'Åsa Berg', contactFirstName: 'Eva' })).toEqual({
      firstName: 'Eva',
      lastName: 'Berg',
    });
    expect(contactOf({ contactRole: 'Rektor' })).toEqual({ role: 'Rektor' });
  });

  test.each([
    ['0', 0],
    ['1000', 1000],
    ['7.0', 7],
  ])('read the priority %s', (priority, expected) => {
    expect(read({ ...CAFE, priority })).toMatchObject({ draft: { priority: expected }, problems: [] });
  });

  test.each(['hög', '1001', '-1', '2.5'])('take %s for no priority, with a warning', (priority) => {
    const reading = read({ ...CAFE, priority });
    expect(reading.draft?.priority).toBe(0);
    expect(codesOf(reading)).toEqual(['priority.unreadable priority']);
  });
});

describeWithSharedData('the rows of a real list of schools', 'se_schools_432.csv', (path) => {
  test('are all kept, 96 of them without a telephone', async () => {
    const table = await openTable(await inspectFile(path));
    const readings = (await collected(table.rows)).map(rowReader(guessMapping(table.headings), table.headings));
    expect(readings.filter(({ draft }) => draft)).toHaveLength(432);
    expect(new Set(readings.map(({ draft }) => draft?.company?.number)).size).toBe(144);
    expect(readings.flatMap(codesOf)).toEqual(['phone.unusually-short phone', 'phone.unusually-short phone']);
    expect(readings.filter(({ draft }) => draft?.numbers.length === 0)).toHaveLength(96);
  });
});
