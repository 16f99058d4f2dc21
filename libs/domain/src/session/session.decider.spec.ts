import { describe, expect, test } from '@jest/globals';
import type { SessionEvent } from '#events/contracts/index';
import { given } from '../testing/given.js';
import type { SessionCommand } from './session.commands.js';
import { isLive, sessionDecider } from './session.decider.js';
import { SessionExists, SessionUnknown } from './session.errors.js';

const EIGHT = '2026-11-23T08:00:00.000Z';
const NOON = '2026-11-23T12:00:00.000Z';
const SIX = '2026-11-23T18:00:00.000Z';

const theSession = { accountId: 'ann', secretHash: 'ab12', expiresAt: SIX };
const start: SessionCommand = { type: 'StartSession', data: { ...theSession, now: EIGHT } };
const started: SessionEvent = { type: 'SessionStarted', data: { ...theSession, startedAt: EIGHT } };
const end: SessionCommand = { type: 'EndSession', data: { endedBy: 'ann', now: NOON } };
const ended: SessionEvent = { type: 'SessionEnded', data: { endedBy: 'ann', endedAt: NOON } };

describe('a session', () => {
  test('is started once', () => {
    given(sessionDecider).when(start).thenEmits(started);
    given(sessionDecider, started).when(start).thenRejects(SessionExists);
  });

  test('is ended once', () => {
    given(sessionDecider, started).when(end).thenEmits(ended);
    given(sessionDecider, started, ended).when(end).thenNothing();
    given(sessionDecider).when(end).thenRejects(SessionUnknown);
  });

  test('lives from its start until it ends or expires', () => {
    expect(isLive(given(sessionDecider).state, NOON)).toBe(false);
    expect(isLive(given(sessionDecider, started).state, NOON)).toBe(true);
    expect(isLive(given(sessionDecider, started).state, SIX)).toBe(false);
    expect(isLive(given(sessionDecider, started, ended).state, NOON)).toBe(false);
  });
});
