import { describe, expect, test } from '@jest/globals';
import { defaultSettings } from '../campaign/campaign-settings.js';
import { notServedBecause, roundReason, type WaitingCard } from './not-served.js';

/** A Monday at noon in Stockholm. */
const NOW = '2026-11-23T11:00:00.000Z';
const BEFORE = '2026-11-23T10:00:00.000Z';
const LATER = '2026-11-23T12:00:00.000Z';
const EVENING = '2026-11-23T19:00:00.000Z';

const reason = (card: WaitingCard): string | undefined => notServedBecause(card, { callerId: 'ann', now: NOW });

describe('why a card is not handed out', () => {
  test.each<[string | undefined, WaitingCard]>([
    [undefined, { status: 'available' }],
    [undefined, { status: 'available', restUntil: NOW }],
    [undefined, { status: 'scheduled', due: NOW }],
    ['scheduled-later', { status: 'scheduled', due: LATER }],
    ['scheduled-later', { status: 'scheduled', due: LATER, restUntil: LATER }],
    [undefined, { status: 'hidden-until', until: NOW }],
    ['hidden-until', { status: 'hidden-until', until: LATER }],
    ['needs-care', { status: 'needs-care' }],
    ['closed-round', { status: 'closed-round' }],
    ['ordered', { status: 'ordered' }],
    ['closed-final', { status: 'closed-final' }],
  ])('is %s: %j', (because, card) => {
    expect(reason(card)).toBe(because);
  });

  test('R6: is the block of its number, workplace or company', () => {
    expect(reason({ status: 'no-call' })).toBe('no-call');
  });

  test('R2: is the claim of another caller, while the lease lasts', () => {
    expect(reason({ status: 'claimed', holder: 'bo', until: LATER })).toBe('claimed-by-others');
    expect(reason({ status: 'claimed', holder: 'bo', until: NOW })).toBeUndefined();
    expect(reason({ status: 'claimed', holder: 'ann', until: LATER })).toBeUndefined();
  });

  test('R3, R24: is the lock of another caller, unless the promise is offered to the team', () => {
    const locked = { status: 'locked', ownerId: 'bo', due: BEFORE } as const;
    expect(reason({ ...locked, offeredToTeam: false })).toBe('locked-by-others');
    expect(reason({ ...locked, offeredToTeam: true })).toBeUndefined();
    expect(reason({ ...locked, ownerId: 'ann', offeredToTeam: false })).toBeUndefined();
    expect(reason({ ...locked, ownerId: 'ann', due: LATER, offeredToTeam: false })).toBe('scheduled-later');
  });

  test.each<WaitingCard>([
    { status: 'available', restUntil: LATER },
    { status: 'scheduled', due: BEFORE, restUntil: LATER },
    { status: 'claimed', holder: 'bo', until: NOW, restUntil: LATER },
    { status: 'hidden-until', until: BEFORE, restUntil: LATER },
  ])('R9: is the rest of its number or small company: %j', (card) => {
    expect(reason(card)).toBe('resting');
  });
});

describe('why no card of a round is handed out', () => {
  test('is that the round is closed', () => {
    expect(roundReason({ closedAt: BEFORE }, defaultSettings, EVENING)).toBe('round-closed');
  });

  test('R23: is the hour', () => {
    expect(roundReason({}, defaultSettings, EVENING)).toBe('outside-calling-hours');
    expect(roundReason({}, defaultSettings, NOW)).toBeUndefined();
  });
});
