import { describe, expect, test } from '@jest/globals';
import { differs, figuresByKey, inOrder, summarised, tableOf } from './figure.js';

const figures = figuresByKey(
  (key) => `after ${key}`,
  new Map([
    ['10', 4],
    ['2', 7],
  ]),
  new Map([
    ['2', 7],
    ['3', 1],
  ]),
);

describe('figures', () => {
  test('what one side does not know is 0 there, and differs', () => {
    expect(inOrder(figures)).toEqual([
      { name: 'after 2', engine: 7, truth: 7 },
      { name: 'after 3', engine: 0, truth: 1 },
      { name: 'after 10', engine: 4, truth: 0 },
    ]);
    expect(figures.filter(differs).map(({ name }) => name)).toEqual(['after 3', 'after 10']);
  });

  test('a summary counts those that agree and shows those that do not', () => {
    expect(summarised('as many', figures)).toEqual([
      { name: 'as many', engine: 1, truth: 3 },
      { name: 'after 3', engine: 0, truth: 1 },
      { name: 'after 10', engine: 4, truth: 0 },
    ]);
  });

  test('the table marks what differs', () => {
    const lines = tableOf(figures).split('\n');
    expect(lines.find((line) => line.includes('after 2'))).toMatch(/7 │ +7 │ +=/);
    expect(lines.find((line) => line.includes('after 3'))).toMatch(/0 │ +1 │ differs/);
  });
});
