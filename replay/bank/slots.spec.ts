import { expect, test } from '@jest/globals';
import { slotsFrom } from './slots.js';

test('callers sit down twice every working day, summer and winter time alike', () => {
  const slots = slotsFrom('2025-10-24');
  expect(Array.from({ length: 4 }, () => slots.next().value)).toEqual([
    '2025-10-24T06:05:00.000Z',
    '2025-10-24T11:05:00.000Z',
    '2025-10-27T07:05:00.000Z',
    '2025-10-27T12:05:00.000Z',
  ]);
});
