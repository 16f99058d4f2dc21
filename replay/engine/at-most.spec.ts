import { expect, test } from '@jest/globals';
import { atMost } from './at-most.js';

test('work is done so many at a time and answered in order', async () => {
  let running = 0;
  let most = 0;
  const results = await atMost(3, [5, 1, 4, 2, 3], async (item) => {
    most = Math.max(most, ++running);
    for (let turn = 0; turn < item; turn++) await Promise.resolve();
    running--;
    return item * 10;
  });
  expect({ results, most }).toEqual({ results: [50, 10, 40, 20, 30], most: 3 });
});

test('the first failure ends it', async () => {
  const failing = atMost(2, [1, 2, 3], (item) =>
    item === 2 ? Promise.reject(new Error('no')) : Promise.resolve(item),
  );
  await expect(failing).rejects.toThrow('no');
});
