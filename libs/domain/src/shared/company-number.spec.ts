import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeWithSharedData } from '../../../../test/support/shared-data.js';
import { CompanyNumberImpossible, CompanyNumberUnreadable } from './company-number.errors.js';
import {
  companyNumberOf,
  formatCompanyNumber,
  maskCompanyNumber,
  readCompanyNumber,
  vatNumberOf,
} from './company-number.js';

const warningsOf = (raw: string): readonly string[] => {
  const reading = readCompanyNumber(raw);
  return reading.readable ? reading.warnings : [reading.refusal.code];
};

describe('a company number', () => {
  test.each(['5560360793', '556036-0793', '165560360793', '16556036-0793', 'SE556036079301', ' 556036 – 0793 '])(
    'is the same written as %s',
    (raw) => {
      expect(companyNumberOf(raw)).toEqual({ digits: '5560360793', group: 'limited-company', isSoleTrader: false });
      expect(warningsOf(raw)).toEqual([]);
    },
  );

  test('R10: with a failing check digit is kept with a warning, since real ones exist', () => {
    expect(companyNumberOf('556036-0794').digits).toBe('5560360794');
    expect(warningsOf('556036-0794')).toEqual(['company-number.check-digit']);
    expect(warningsOf('510217-9975')).toEqual(['company-number.check-digit']);
  });

  test.each(['', '556036-079', '55603607931', '175560360793', 'SE5560360793', '556036-O793'])(
    'R10: cannot be read from "%s"',
    (raw) => {
      expect(() => companyNumberOf(raw)).toThrow(CompanyNumberUnreadable);
    },
  );

  test.each([
    ['a month that does not exist', '551936-0793'],
    ['a day that does not exist', '551099-0793'],
    ['a leading zero before no date', '0560360793'],
    ['the prefix of a legal person before a date of birth', '165102179974'],
    ['a century before a legal person', '195560360793'],
    ['the 29th of February in a common year', '190002299998'],
  ])('R10: is refused with %s', (_, raw) => {
    expect(() => companyNumberOf(raw)).toThrow(CompanyNumberImpossible);
  });

  test.each([
    ['212000-0142', 'public-body'],
    ['802400-7075', 'non-profit'],
    ['769600-0005', 'economic-association'],
    ['916400-0004', 'partnership'],
    ['510217-9974', 'sole-trader'],
    ['790688-9972', 'sole-trader'],
  ])('%s is a %s', (raw, group) => {
    expect(companyNumberOf(raw).group).toBe(group);
  });

  test('of a sole trader is shown without its last four digits', () => {
    expect(maskCompanyNumber('5102179974')).toBe('510217-****');
    expect(maskCompanyNumber('5560360793')).toBe('556036-0793');
  });

  test('is not repeated by its refusal', () => {
    const { message, facts } = new CompanyNumberImpossible();
    expect([message, facts]).toEqual(['no company or person can have this number', {}]);
  });

  test('reads the same again in every form that it is written in', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[5-9]\d[2-9]\d{7}$/), (digits) => {
        const spellings = [digits, formatCompanyNumber(digits), `16${digits}`, vatNumberOf(digits)];
        expect(new Set(spellings.map((raw) => companyNumberOf(raw).digits))).toEqual(new Set([digits]));
      }),
    );
  });
});

interface Vector {
  readonly input: string;
  readonly long_format: string;
  readonly short_format: string;
  readonly valid: boolean;
  readonly type: string;
  readonly vat_number: string;
}

describeWithSharedData('the known company numbers', 'organisationsnummer_vectors.json', (path) => {
  // The cast: the file is test data of a known shape.
  const vectors = JSON.parse(readFileSync(path, 'utf8')) as Vector[];

  test('are all there', () => expect(vectors).toHaveLength(24));

  test.each(vectors)('R10: $input is read as $long_format (valid: $valid)', (vector) => {
    const { digits, isSoleTrader } = companyNumberOf(vector.input);
    expect(digits).toBe(vector.short_format);
    // The plus of people over a hundred depends on today's date; ours is always the hyphen.
    expect(formatCompanyNumber(digits)).toBe(vector.long_format.replace('+', '-'));
    expect(vatNumberOf(digits)).toBe(vector.vat_number);
    expect(isSoleTrader).toBe(vector.type === 'Enskild firma');
    expect(warningsOf(vector.input)).toEqual(vector.valid ? [] : ['company-number.check-digit']);
  });
});
