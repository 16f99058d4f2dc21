import fc from 'fast-check';
import { cardDecider } from '#domain/card/card.decider';
import { story, inRound, MONDAY } from '#domain/card/testing/card-story';
import { commandOf, steps, type Step } from '#domain/card/testing/random-commands';
import { foldOf } from '#domain/shared/decider';
import { DomainError } from '#domain/shared/domain-error';
import { plus } from '#domain/shared/instant';
import type { CardEvent, Instant } from '#events/contracts/index';
import { written, type Written } from './written-log.js';

/** A card's life as its decider lets it happen, and when it ends. */
export interface CardLife {
  readonly events: readonly CardEvent[];
  readonly endedAt: Instant;
}

/** What callers, leads and admins did with a card, in random order; what is refused leaves nothing. */
export function lifeOf(walk: readonly Step[]): CardLife {
  const start: CardLife = { events: story(...inRound), endedAt: MONDAY };
  return walk.reduce<CardLife>((life, step, index) => {
    const card = foldOf(cardDecider, life.events);
    const now = plus(life.endedAt, { minutes: step.afterMinutes });
    const decided = decidedOf(() => cardDecider.decide(commandOf({ step, card, id: String(index), now }), card));
    return { events: [...life.events, ...decided], endedAt: now };
  }, start);
}

function decidedOf(decide: () => readonly CardEvent[]): readonly CardEvent[] {
  try {
    return decide();
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

export const cardLives: fc.Arbitrary<CardLife> = steps.map(lifeOf);

/** Several cards' lives, shuffled into one log; each card's events stay in their order. */
export const randomLog: fc.Arbitrary<readonly Written[]> = fc
  .tuple(fc.array(cardLives, { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat(4)))
  .map(([lives, choices]) => {
    const queues = lives.map(({ events }, at) => written(`card-c${at}`, ...events));
    const log: Written[] = [];
    while (queues.some((queue) => queue.length > 0)) {
      const waiting = queues.filter((queue) => queue.length > 0);
      const chosen = waiting[(choices.next().value ?? 0) % waiting.length]?.shift();
      if (chosen) log.push(chosen);
    }
    return log;
  });

/** As many logs of streams that no other of them has, so that they may follow one another. */
export const someLogs = (many: number): readonly (readonly Written[])[] =>
  fc
    .sample(randomLog, many)
    .map((events, at) => events.flatMap(({ streamId, event }) => written(`${streamId}-${at}`, event)));

/** The same in one part more: each but the first goes on with streams of the part before, each but the last begins new ones. */
export function someParts(many: number): readonly (readonly Written[])[] {
  const halves = someLogs(many).map((events) => {
    const half = Math.ceil(events.length / 2);
    return { first: events.slice(0, half), second: events.slice(half) };
  });
  return [...halves, undefined].map((half, at) => [...(halves[at - 1]?.second ?? []), ...(half?.first ?? [])]);
}
