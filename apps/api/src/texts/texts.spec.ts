import { describe, expect, test } from '@jest/globals';
import { languageOf, withFacts } from './texts.js';

describe('the language of an answer', () => {
  test.each([
    [undefined, 'sv'],
    ['', 'sv'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['sv;q=0.1, en;q=0.2', 'en'],
    ['de, fr;q=0.9', 'sv'],
    ['de, en;q=0.5', 'en'],
    ['en;q=0', 'sv'],
    [';;;,,=q,en;q=x', 'sv'],
  ])('for Accept-Language %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('a text with facts', () => {
  test('tells an instant as Swedish wall time', () => {
    expect(withFacts('till {until}', { until: '2026-11-23T08:00:00.000Z' })).toBe('till 2026-11-23 09:00');
  });

  test('tells numbers, texts and lists, and a dash for what it cannot', () => {
    expect(withFacts('{n} {t} {l} {o} {none}', { n: 3, t: 'x', l: ['a', 'b'], o: {} })).toBe('3 x a, b – –');
  });
});
