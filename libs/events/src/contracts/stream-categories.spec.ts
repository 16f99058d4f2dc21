import { expect, test } from '@jest/globals';
import { streamCategories } from './stream-categories.js';
import * as names from './stream-names.js';

test('every kind of stream has a category of its own: the part before the first dash', () => {
  expect(streamCategories).toHaveLength(Object.keys(names).length);
  expect(new Set(streamCategories).size).toBe(streamCategories.length);
  expect(streamCategories).toEqual(expect.arrayContaining(['card', 'companynumber', 'invoiceseries', 'installation']));
});
