import type { CardEvent, NumberEvent } from '#events/contracts/index';
import { cardStream, numberStream } from '#events/contracts/stream-names';
import { card, numberIdOf } from './cards.js';
import { callerIdOf, CAMPAIGN_ID, cardIdOf, idOf, ROUND_ID, SEEDED_AT } from './names.js';
import type { SeedAppend } from './seed-append.js';

const FAR_AWAY = '2100-01-01T00:00:00.000Z';

export const callIdOf = (index: number): string => idOf('call', index);

/** A card whose caller has a call under way and may mark its outcome. */
export function cardInCall(index: number, caller: number): readonly SeedAppend[] {
  const cardId = cardIdOf(index);
  const [workplace, ...others] = card(index);
  const streamId = cardStream(cardId);
  return [
    { streamId, events: [...(workplace?.events ?? []), ...callEvents(index, caller)] },
    { streamId: numberStream(numberIdOf(index)), events: permit(index, caller) },
    ...others,
  ];
}

const inRound = (caller: number) => ({ roundId: ROUND_ID, callerId: callerIdOf(caller) });

const callEvents = (index: number, caller: number): readonly CardEvent[] => [
  {
    type: 'CardClaimed',
    data: {
      ...inRound(caller),
      claimId: idOf('claim', index),
      campaignId: CAMPAIGN_ID,
      because: 'never-called',
      claimedAt: SEEDED_AT,
      leaseUntil: FAR_AWAY,
    },
  },
  {
    type: 'CallStarted',
    data: {
      ...inRound(caller),
      callId: callIdOf(index),
      claimId: idOf('claim', index),
      numberId: numberIdOf(index),
      permitRevision: 0,
      startedAt: SEEDED_AT,
    },
  },
];

const permit = (index: number, caller: number): readonly NumberEvent[] => [
  {
    type: 'CallPermitted',
    data: {
      ...inRound(caller),
      callId: callIdOf(index),
      cardId: cardIdOf(index),
      permittedAt: SEEDED_AT,
      until: FAR_AWAY,
    },
  },
];
