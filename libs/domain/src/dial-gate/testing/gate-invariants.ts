import { cardStream, companyStream, numberStream } from '#events/contracts/stream-names';
import { CARDS, NUMBERS, type CardId, type World } from './call-world.js';
import { blocksAt, nothingYet, remember, type Past } from './gate-past.js';
import type { Logged } from './stepped-log.js';

// What must hold at every position of the log. Written against the events alone, so that no decider vouches for itself.

type Invariant = (logged: Logged, past: Past, world: World) => boolean;

/** True where the event at hand breaks the rule. */
const INVARIANTS: Readonly<Record<string, Invariant>> = {
  'R6: a call is permitted on a blocked number': ({ streamId, event }, past) =>
    event.type === 'CallPermitted' && blocksAt(past, streamId).size > 0,

  'R6: a call is permitted by a gate that was asked after the company was blocked': ({ event }, past, world) => {
    if (event.type !== 'CallPermitted') return false;
    const began = world.gateBegan.get(event.data.callId) ?? 0;
    // The cast: every permit of this world is for one of its cards.
    const { companyId } = CARDS[event.data.cardId as CardId];
    return [...blocksAt(past, companyStream(companyId)).values()].some((position) => position < began);
  },

  'R6: a barred card is claimed or called': ({ streamId, event }, past) =>
    (event.type === 'CardClaimed' || event.type === 'CallStarted') && blocksAt(past, streamId).size > 0,

  'two calls are permitted to one number at a time': ({ streamId, event }, past) =>
    event.type === 'CallPermitted' &&
    [...past.permits.values()].some((permit) => permit.streamId === streamId && permit.until > event.data.permittedAt),

  'R9: a call is permitted on a resting number': ({ streamId, event }, past) =>
    event.type === 'CallPermitted' && (past.rests.get(streamId) ?? []).some((until) => until > event.data.permittedAt),

  'a call is started without its permit': ({ streamId, event }, past) => {
    if (event.type !== 'CallStarted') return false;
    const permit = past.permits.get(event.data.callId);
    const isItsOwn = permit?.callerId === event.data.callerId && streamId === cardStream(permit.cardId);
    return !isItsOwn || permit.revision !== event.data.permitRevision || permit.until <= event.data.startedAt;
  },

  'R2: a card is claimed while another caller holds it': ({ streamId, event }, past) => {
    if (event.type !== 'CardClaimed') return false;
    const claim = past.claims.get(streamId);
    return claim !== undefined && claim.leaseUntil > event.data.claimedAt && claim.callerId !== event.data.callerId;
  },

  'R2: a call is started by a caller who does not hold the card': ({ streamId, event }, past) => {
    if (event.type !== 'CallStarted') return false;
    const claim = past.claims.get(streamId);
    const isHolder = claim?.claimId === event.data.claimId && claim.callerId === event.data.callerId;
    return !isHolder || claim.leaseUntil <= event.data.startedAt;
  },
};

/** Every broken rule with the position at which it broke. */
export function violationsIn(world: World): string[] {
  const past = nothingYet();
  return world.log.events.flatMap((logged, position) => {
    const broken = Object.keys(INVARIANTS).filter((rule) => INVARIANTS[rule]?.(logged, past, world));
    remember(logged, position, past);
    return broken.map((rule) => `${rule} (position ${position})`);
  });
}

/** R6: once everybody has finished, a block that was lifted for the company holds no number of it. */
export function leftBlocked({ log: { events } }: World): string[] {
  const past = nothingYet();
  events.forEach((logged, position) => {
    remember(logged, position, past);
  });
  const lifted = events.flatMap(({ event }) => (event.type === 'CompanyBlockLifted' ? event.data.blockId : []));
  return NUMBERS.filter((numberId) => lifted.some((blockId) => blocksAt(past, numberStream(numberId)).has(blockId)));
}
