import type { AterkomEvent } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import type { Position, Recorded } from '#events/store/recorded-event';

type EventOf<Type extends AterkomEvent['type']> = Recorded<Extract<AterkomEvent, { type: Type }>>;

/** What a reaction is done under. */
export interface Moment {
  /** Ids come from the event's, so that a reaction may be done any number of times. */
  readonly cause: Cause;
  /** Aborts when the process ends: a long reaction stops where it is and is done again at the next start. */
  readonly signal: AbortSignal;
}

/**
 * Taken from a method, whose parameters the compiler compares both ways: the runner handles the reactions to all types
 * alike.
 */
type Reaction<Type extends AterkomEvent['type']> = {
  react(event: EventOf<Type>, moment: Moment): Promise<void> | void;
}['react'];

/** For a reactor that looks for a while whether somebody else does what is to be done. */
export interface Waiting {
  /** The first event that is still open: the reactor's position is kept before it. */
  oldest(): Position | undefined;
  /** A look every few seconds; answers the events that have been open too long. They stay so until they are settled. */
  overdue(): readonly Recorded<AterkomEvent>[];
  /** Does it now. */
  finish(event: Recorded<AterkomEvent>, moment: Moment): Promise<void>;
  /** Finished, or parked. */
  settled(event: Recorded<AterkomEvent>): void;
}

/** Event in, commands out. At least once; that it has its effect once is for the commands' ids. */
export interface Reactor {
  /** Names the reactor's position, and as `service:<name>` the actor of what it does. Never renamed. */
  readonly name: string;
  /** The handled types are the keys. */
  readonly on: { readonly [Type in AterkomEvent['type']]?: Reaction<Type> };
  /** Set where events of different streams do not depend on each other; else they are taken in log order. */
  readonly streamsInParallel?: true;
  readonly waiting?: Waiting;
}

export const reactionTo = (
  reactor: Reactor,
  event: Recorded<AterkomEvent>,
): Reaction<AterkomEvent['type']> | undefined =>
  // The cast: the reaction under an event's type is one for that event.
  reactor.on[event.type];
