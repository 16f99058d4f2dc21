import { describe, expect, test } from '@jest/globals';
import { readPhoneCell } from './phone-cell.js';

const read = (cell: string): string[] =>
  readPhoneCell(cell).map((reading) =>
    reading.readable ? reading.number.e164 : `${reading.refusal.code}: ${reading.raw}`,
  );

describe('a cell of telephone numbers', () => {
  test.each([
    ['08-123 45 67 / 070-123 45 67'],
    ['08-1234567/070-1234567'],
    ['08-123 45 67, 070-123 45 67'],
    ['08-123 45 67; 070-123 45 67;'],
    ['08-123 45 67 eller 070-123 45 67'],
    ['08-123 45 67 och mob 070-123 45 67'],
    ['08-123 45 67\n070-123 45 67'],
    ['08-123 45 67 070-123 45 67'],
    ['+46 8 123 45 67 +46 70 123 45 67'],
    ['08/123 45 67, 070/123 45 67'],
  ])('holds two in %j', (cell) => {
    expect(read(cell)).toEqual(['+4681234567', '+46701234567']);
  });

  test('holds one where a slash follows the area code', () => {
    expect(read('08/123 45 67')).toEqual(['+4681234567']);
  });

  test('never runs a short second number into the first', () => {
    expect(read('021-604 11/12')).toEqual(['+462160411', 'phone.unreadable: 12']);
  });

  test('keeps what cannot be read beside what can', () => {
    expect(read('08-123 45 67, 07305500000')).toEqual(['+4681234567', 'phone.unreadable: 07305500000']);
    expect(read('Stockholm')).toEqual(['phone.unreadable: Stockholm']);
  });

  test('may be empty', () => {
    expect(read('  ')).toEqual([]);
  });

  test('holds both foreign numbers of a line that is no single number', () => {
    expect(read('+260 211 42 61 00 / +260 777 17 72 33')).toEqual(['+260211426100', '+260777177233']);
  });
});
