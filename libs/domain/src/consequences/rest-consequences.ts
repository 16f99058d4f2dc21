import type { Instant } from '#events/contracts/index';
import type { CardConsequence } from './block-consequences.js';

/** A call in which somebody was spoken with. */
export interface SpokenWith {
  readonly callId: string;
  /** The card that was called: it rests by its own outcome. */
  readonly cardId: string;
  readonly restUntil: Instant;
}

/** R9: the other cards with the same number, or of the same small company, rest too. */
export const restsOnOthers = (
  { callId, cardId, restUntil }: SpokenWith,
  cardIds: readonly string[],
  now: Instant,
): CardConsequence[] =>
  cardIds
    .filter((other) => other !== cardId)
    .map((other) => ({
      cardId: other,
      command: { type: 'RestCard', data: { becauseOfCallId: callId, restUntil, now } },
    }));
