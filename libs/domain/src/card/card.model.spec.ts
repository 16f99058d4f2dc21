import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CardEvent, Instant } from '#events/contracts/index';
import { foldOf } from '../shared/decider.js';
import { DomainError } from '../shared/domain-error.js';
import { plus } from '../shared/instant.js';
import type { CardCommand } from './card.commands.js';
import { cardDecider } from './card.decider.js';
import type { Card } from './card.js';
import { brokenLaws, lockAfter } from './testing/card-laws.js';
import { claim, cardAfter, MONDAY, ROUND, story, inRound } from './testing/card-story.js';
import { commandOf, steps, type Step } from './testing/random-commands.js';
import { mayBeHandedTo } from './serving.js';

interface Run {
  readonly log: readonly CardEvent[];
  readonly card: Card;
  readonly now: Instant;
}

/** What a command leads to; a refusal leads to nothing, any other error fails the test. */
function eventsOf(command: CardCommand, card: Card): readonly CardEvent[] {
  try {
    return cardDecider.decide(command, card);
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

function run(walk: readonly Step[], seen: (command: CardCommand, after: Run) => void = () => undefined): Run {
  const start: Run = { log: story(...inRound), card: cardAfter(), now: MONDAY };
  return walk.reduce<Run>((before, step, index) => {
    const now = plus(before.now, { minutes: step.afterMinutes });
    const command = commandOf({ step, card: before.card, id: String(index), now });
    const events = eventsOf(command, before.card);
    const after = { log: [...before.log, ...events], card: foldOf(cardDecider, events, before.card), now };
    seen(command, after);
    return after;
  }, start);
}

const RUNS = { numRuns: 300 };

describe('a card among three callers', () => {
  test('R1, R2, R3, R6: no law is broken at any position of the log', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        expect(brokenLaws(run(walk).log)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('R3, R21, R24: one lock, one owner, as the log tells it', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const { log, card } = run(walk);
        const { lockId, ownerId, offeredToTeam: offered } = card.lock ?? {};
        expect(lockId && { lockId, ownerId, offered }).toEqual(lockAfter(log));
      }),
      RUNS,
    );
  });

  test('replay equals live, also after the log was stored as text', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const { log, card } = run(walk);
        const stored = JSON.parse(JSON.stringify(log)) as CardEvent[];
        expect(foldOf(cardDecider, stored)).toEqual(card);
      }),
      RUNS,
    );
  });

  test('R1: the same command once more changes nothing', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        run(walk, (command, { card }) => {
          expect(eventsOf(command, card)).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  test('the queue may hand out exactly what a claim is granted for', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const { card, now } = run(walk);
        const asked = claim('ann', { claimId: 'the-last', now });
        const held = card.claim && now < card.claim.leaseUntil && card.claim.callerId === 'ann';
        const granted = eventsOf(asked, card).length > 0;
        expect(granted || (held ?? false)).toBe(mayBeHandedTo(card, ROUND, 'ann', now) || (held ?? false));
      }),
      RUNS,
    );
  });
});
