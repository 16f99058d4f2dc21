import { describe, expect, test } from '@jest/globals';
import { spellingWarnings } from './spelling.js';

const codesOf = (name: string): string[] => spellingWarnings(name, 'legalName').map(({ code }) => code);

describe('the spelling aid', () => {
  test.each(['Åkeri AB', 'von Essen', 'IT-skolan, Umeå', '3M', '2000'])('R19: %j looks right', (name) => {
    expect(codesOf(name)).toEqual([]);
  });

  test.each(['åkeri ab', 'anna', 'huddinge AB', 'AB åkeri'])('R19: %j is in lower case', (name) => {
    expect(codesOf(name)).toEqual(['order.name-in-lower-case']);
  });

  test.each([' Åkeri AB', 'Åkeri AB ', 'Åkeri  AB', 'Åkeri\tAB', 'Åkeri\u00a0AB', 'Åkeri , AB'])(
    'R19: %j is oddly spaced',
    (name) => {
      expect(codesOf(name)).toEqual(['order.odd-spacing']);
    },
  );

  test('R19: tells both at once, each with its field', () => {
    expect(spellingWarnings(' åkeri', 'legalName')).toEqual([
      { code: 'order.name-in-lower-case', field: 'legalName' },
      { code: 'order.odd-spacing', field: 'legalName' },
    ]);
  });
});
