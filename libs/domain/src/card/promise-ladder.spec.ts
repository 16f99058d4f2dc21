import { describe, expect, test } from '@jest/globals';
import { rungOf } from './promise-ladder.js';
import { at } from './testing/card-story.js';

/** Promised on the Monday for the Thursday. */
const promise = { since: at('2026-11-23T10:00'), due: at('2026-11-26T13:00'), offeredToTeam: false };

describe('R24: a promise to return', () => {
  test.each([
    ['2026-11-26T12:59', 'later'],
    ['2026-11-26T13:00', 'due'],
    ['2026-11-26T13:59', 'due'],
    ['2026-11-26T14:00', 'overdue'],
    ['2026-11-27T12:59', 'overdue'],
    ['2026-11-27T13:00', 'overdue-seen-by-lead'],
    ['2026-12-24T13:00', 'overdue-seen-by-lead'],
  ])('has at %s climbed to %s', (wall, rung) => {
    expect(rungOf(promise, at(wall))).toBe(rung);
  });

  test('is seen by the lead a working day after its time, not on a Saturday', () => {
    const onFriday = { ...promise, due: at('2026-11-27T13:00') };
    expect(rungOf(onFriday, at('2026-11-28T13:00'))).toBe('overdue');
    expect(rungOf(onFriday, at('2026-11-30T13:00'))).toBe('overdue-seen-by-lead');
  });

  test('begins to climb anew where somebody else took it over after its time', () => {
    const moved = { ...promise, since: at('2026-11-30T09:00') };
    expect(rungOf(moved, at('2026-11-30T09:30'))).toBe('due');
    expect(rungOf(moved, at('2026-11-30T10:00'))).toBe('overdue');
  });

  test('stays offered to the team', () => {
    expect(rungOf({ ...promise, offeredToTeam: true }, at('2026-11-26T12:00'))).toBe('offered-to-team');
  });
});
