import { describe, test } from '@jest/globals';
import type { ClaimKeyEvent } from '#events/contracts/index';
import { given } from '../testing/given.js';
import type { ClaimKey } from './claim-key.commands.js';
import { claimKeyDecider } from './claim-key.decider.js';
import { KeyAlreadyHeld } from './claim-key.errors.js';

const NOON = '2026-11-23T12:00:00.000Z';
const claim = (holderId: string): ClaimKey => ({ type: 'ClaimKey', data: { holderId, now: NOON } });
const claimed: ClaimKeyEvent = { type: 'KeyClaimed', data: { holderId: 'first', claimedAt: NOON } };

describe('a unique key', () => {
  test('is held by whoever claims it first', () => {
    given(claimKeyDecider).when(claim('first')).thenEmits(claimed);
    given(claimKeyDecider, claimed).when(claim('first')).thenNothing();
  });

  test('tells a second claimer who holds it', () => {
    given(claimKeyDecider, claimed).when(claim('second')).thenRejects(KeyAlreadyHeld, { holderId: 'first' });
  });
});
