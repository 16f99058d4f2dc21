import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readGln, readPeppolId } from './peppol-id.js';

describe('a GLN', () => {
  test('R15: has thirteen digits and a check digit', () => {
    expect(readGln('7300010000001')).toBe('7300010000001');
    expect(readGln('73 0001 000000 1')).toBe('7300010000001');
    expect(readGln('7300010000002')).toBeUndefined();
    expect(readGln('730001000000')).toBeUndefined();
    expect(readGln('73000100000O1')).toBeUndefined();
  });

  test('R15: with any one digit changed is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = Array.from('7300010000001');
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(readGln(digits.join(''))).toBeUndefined();
      }),
    );
  });
});

describe('a Peppol id', () => {
  test.each([
    ['0007:5560360793', '0007:5560360793'],
    ['0007:556036-0793', '0007:5560360793'],
    ['iso6523-actorid-upis::0007:5560360793', '0007:5560360793'],
    [' 0088:7300010000001 ', '0088:7300010000001'],
  ])('R15: %s is read as %s', (raw, peppolId) => {
    expect(readPeppolId(raw)).toBe(peppolId);
    expect(readPeppolId(peppolId)).toBe(peppolId);
  });

  test.each(['', '5560360793', '0007:', '0007:12', '0088:7300010000002', '0088:5560360793', '9955:SE556036079301'])(
    'R15: "%s" is none',
    (raw) => {
      expect(readPeppolId(raw)).toBeUndefined();
    },
  );
});
