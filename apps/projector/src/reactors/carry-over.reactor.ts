import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { CardFinder } from '#processes/finding/card-finder';
import { RoundCarryOver } from '#processes/rounds/round-carry-over';
import type { Reactor } from './reactor.js';

/** A round that is opened with the cards of another gets them. May take minutes: it has a feed of its own. */
export function carryOverReactor(runner: DecisionRunner, cards: CardFinder): Reactor {
  const carryOver = new RoundCarryOver(runner, cards);
  return {
    name: 'carry-over',
    on: { RoundOpened: (event, { cause, signal }) => carryOver.roundOpened(event, cause, signal) },
  };
}
