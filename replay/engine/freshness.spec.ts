import { expect, test } from '@jest/globals';
import { NewestMoment } from './freshness.js';

test('the newest moment is the one with the highest position, whichever came last', () => {
  const moment = new NewestMoment();
  expect(moment.token).toBeUndefined();
  for (const token of ['store-1.9', 'store-1.10', undefined, 'store-1.2']) moment.note(token);
  expect(moment.token).toBe('store-1.10');
});
