import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameKey } from './name-key.js';

describe('the key of a name', () => {
  test.each([
    ['  ÅKERI   Söderström  AB ', 'åkeri söderström ab'],
    ['Café Élan', 'cafe elan'],
    ["O'Learys Trademark AB", 'olearys trademark ab'],
    ['O’Learys', 'olearys'],
    ['H&M', 'h & m'],
    ['H & M', 'h & m'],
    ['Bröderna Å-son, HB', 'bröderna å son hb'],
    ['A\u030Akeri', 'åkeri'],
    ['Müller 2:a', 'muller 2 a'],
  ])('of %j is %j', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test('keeps apart what differs by å, ä, ö or the company suffix', () => {
    expect(new Set(['Asen AB', 'Åsen AB', 'Äsen AB', 'Åsen HB'].map(nameKey)).size).toBe(4);
  });

  test('of a key is the key itself, and blanks and case change nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
        expect(nameKey(` ${name}  `)).toBe(nameKey(name));
      }),
    );
  });
});
