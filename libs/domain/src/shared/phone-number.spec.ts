import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeWithSharedData } from '../../../../test/support/shared-data.js';
import { PhoneNotDialable, PhoneUnreadable } from './phone-number.errors.js';
import { phoneNumberOf, readPhoneNumber } from './phone-number.js';

const e164Of = (raw: string): string => phoneNumberOf(raw).e164;
const warningsOf = (raw: string): readonly string[] => {
  const reading = readPhoneNumber(raw);
  return reading.readable ? reading.warnings : [reading.refusal.code];
};

describe('a telephone number', () => {
  test.each([
    '08-123 45 67',
    '08 123 45 67',
    '(08) 123 45 67',
    '08.123.45.67',
    '08–123 45 67',
    '08\u00a0123\u00a045\u00a067',
    '0046 8 123 45 67',
    '0046(0)81234567',
    '+46 (0)8 123 45 67',
    '+46-8-1234567',
    '+4608-1234567',
    'Tel: 08-123 45 67',
    '08-123 45 67 (vx)',
    'tel:+4681234567',
  ])('written as %s is the one of Stockholm', (raw) => {
    expect(phoneNumberOf(raw)).toEqual({ e164: '+4681234567', kind: 'fixed' });
    expect(warningsOf(raw)).toEqual([]);
  });

  test.each([
    ['070-123 45 67', 'mobile'],
    ['010-140 12 30', 'company-wide'],
    ['020-65 00 65', 'toll-free'],
    ['0771-123 456', 'shared-cost'],
    ['075-123 45 67', 'personal'],
  ])('%s is %s', (raw, kind) => {
    expect(phoneNumberOf(raw).kind).toBe(kind);
  });

  test.each([
    ['701234567', '+46701234567', 'phone.leading-zero-added'],
    ['701234567.0', '+46701234567', 'phone.leading-zero-added'],
    ['86068875', '+4686068875', 'phone.leading-zero-added'],
    ['46701234567', '+46701234567', 'phone.plus-added'],
    ['08-27 26 23', '+468272623', 'phone.unusually-short'],
    ['08-123 45 67 ankn 12', '+4681234567', 'phone.extension-dropped'],
    ['08-123 45 67 anknytning 12', '+4681234567', 'phone.extension-dropped'],
  ])('%s becomes %s with a warning', (raw, e164, warning) => {
    expect(e164Of(raw)).toBe(e164);
    expect(warningsOf(raw)).toEqual([warning]);
  });

  test.each([
    ['0900-123 45 67', 'premium'],
    ['0939-123 45 67', 'premium'],
    ['+46 944 123 45 67', 'premium'],
    ['0944-123', 'premium'],
    ['9001234567', 'premium'],
    ['112', 'short'],
    ['11414', 'short'],
    ['118 118', 'short'],
    ['90 510', 'short'],
    ['0740-123456', 'pager'],
  ])('%s is refused for calling: %s', (raw, because) => {
    expect(() => phoneNumberOf(raw)).toThrow(PhoneNotDialable);
    expect(readPhoneNumber(raw)).toMatchObject({ readable: false, refusal: { code: 'phone.not-dialable', because } });
  });

  test.each(['', 'saknas', '12', '07305500000', '++4681234567', '1234567890123456789'])(
    'cannot be read from "%s"',
    (raw) => {
      expect(() => phoneNumberOf(raw)).toThrow(PhoneUnreadable);
    },
  );

  test('is not repeated by its refusal', () => {
    expect(JSON.stringify(new PhoneUnreadable().facts)).not.toContain('0');
    expect(readPhoneNumber('07305500000')).toMatchObject({ refusal: { message: 'this is no telephone number' } });
  });

  test('has one E.164 form, however it is spelt, and reading that again changes nothing', () => {
    const areas = fc.constantFrom('8', '31', '40', '18', '431', '910', '70', '73', '76', '10');
    const rest = fc.stringMatching(/^[1-9]\d{6}$/);
    const spellings = (area: string, number: string): string[] => [
      `0${area}-${number}`,
      `0${area} ${number.slice(0, 3)} ${number.slice(3, 5)} ${number.slice(5)}`,
      `(0${area}) ${number}`,
      `0046${area}${number}`,
      `0046 (0)${area} ${number}`,
      `+46 ${area}-${number}`,
      `+46 (0)${area} ${number}`,
      `${area}${number}`,
    ];
    fc.assert(
      fc.property(areas, rest, (area, number) => {
        const readings = spellings(area, number).map(readPhoneNumber);
        const forms = new Set(
          readings.map((reading) => (reading.readable ? reading.number.e164 : reading.refusal.code)),
        );
        expect(forms.size).toBe(1);
        for (const form of forms) if (form.startsWith('+')) expect(e164Of(form)).toBe(form);
      }),
    );
  });
});

describeWithSharedData('numbers as people write them', 'se_phone_strings.tsv', (path) => {
  const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  const cases = rows.map((row) => row.split('\t') as [string, string, string]);

  test('are all there', () => expect(cases).toHaveLength(932));

  test.each(cases)('%s is read as "%s" (valid: %s)', (raw, e164, valid) => {
    const reading = readPhoneNumber(raw);
    expect(reading.readable ? reading.number.e164 : reading.refusal.code).toBe(
      valid === '1' ? e164 : 'phone.unreadable',
    );
  });
});

describeWithSharedData('the Swedish numbering plan', 'se_number_ranges.csv', (path) => {
  const KIND: Readonly<Record<string, string>> = {
    'FIXED_LINE/STANDARD_RATE': 'fixed',
    'FIXED_LINE/TOLL_FREE': 'toll-free',
    'FIXED_LINE/SHARED_COST': 'shared-cost',
    'FIXED_LINE/PREMIUM_RATE': 'premium',
    'MOBILE/STANDARD_RATE': 'mobile',
    'PAGER/STANDARD_RATE': 'pager',
    'PERSONAL_NUMBER/STANDARD_RATE': 'personal',
    'UAN/STANDARD_RATE': 'company-wide',
    'VOICEMAIL/STANDARD_RATE': 'voicemail',
  };
  /** The first number of a range: `10[1-8]` with 9 digits gives `101111111`. */
  const sampleOf = (prefix: string, length: number): string =>
    prefix.replace(/\[(\d)[^\]]*\]/g, '$1').padEnd(length, '1');
  const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  const cases = rows.flatMap((row) => {
    const [prefix = '', lengths = '', type, tariff] = row.split(';').map((field) => field.trim());
    return lengths.split(',').map((length) => [sampleOf(prefix, Number(length)), KIND[`${type}/${tariff}`]] as const);
  });

  test('has every range', () => expect(rows).toHaveLength(971));

  test.each(cases)('0%s is %s', (national, kind) => {
    const reading = readPhoneNumber(`0${national}`);
    const found = reading.readable ? reading.number.kind : (reading.refusal as PhoneNotDialable).because;
    expect(found).toBe(kind);
  });
});

describeWithSharedData('Swedish area codes', 'se_area_codes.txt', (path) => {
  const codes = readFileSync(path, 'utf8').match(/^\d+(?=\|)/gm) ?? [];

  test('are all there', () => expect(codes.length).toBeGreaterThan(260));

  test.each(codes)('+%s begins fixed numbers', (code) => {
    expect(phoneNumberOf(`+${code.padEnd(10, '2')}`).kind).toBe('fixed');
  });
});
