import { defaultSettings } from '#domain/campaign/campaign-settings';
import type { CorrectOutcome, RecordOutcome } from '#domain/card/card.commands';
import type { OutcomeInput } from '#domain/card/outcome-input';
import { plus } from '#domain/shared/instant';
import type { SpokeWith } from '#events/contracts/index';
import { ROUND } from './workplaces.js';
import { NOON, type World } from './world.js';

export interface CallOptions {
  readonly callId?: string;
  readonly callerId?: string;
  readonly numberId: string;
}

const settings = defaultSettings;

/** The caller has the card open. */
export async function claimed(world: World, cardId: string, callerId = 'ann'): Promise<void> {
  const claim = { claimId: `claim of ${cardId}`, roundId: ROUND, callerId, openedBySearch: true, settings, now: NOON };
  await world.card(cardId, { type: 'ClaimCard', data: claim });
}

/** A call that is under way, as the dial gate begins it. */
export async function called(world: World, cardId: string, options: CallOptions): Promise<void> {
  const { callId = 'call', callerId = 'ann', numberId } = options;
  await claimed(world, cardId, callerId);
  const call = { callId, callerId, roundId: ROUND, now: NOON };
  await world.number(numberId, {
    type: 'PermitCall',
    data: { ...call, cardId, until: plus(NOON, { hours: 1 }), exceptRest: false },
  });
  await world.card(cardId, { type: 'StartCall', data: { ...call, numberId, permitRevision: 0, settings } });
}

/** The card's part of an outcome alone: what follows on other streams is left undone, as by a crash. */
export async function ledTo(
  world: World,
  cardId: string,
  outcome: OutcomeInput,
  {
    callId = 'call',
    callerId = 'ann',
    spokeWith = 'decision-maker',
  }: Partial<CallOptions> & { spokeWith?: SpokeWith } = {},
): Promise<void> {
  const report: RecordOutcome['data'] = {
    cause: 'call',
    callId,
    roundId: ROUND,
    callerId,
    ending: spokeWith === 'nobody' ? 'unanswered' : 'answered',
    spokeWith,
    outcome,
    settings,
    now: NOON,
  };
  await world.card(cardId, { type: 'RecordOutcome', data: report });
}

/** The card's part of a correction: nobody was spoken with after all. */
export async function correctedToNobody(world: World, cardId: string, correctedOutcomeId = 'call'): Promise<void> {
  const command: CorrectOutcome['data'] = {
    correctedOutcomeId,
    outcomeId: `correction of ${correctedOutcomeId}`,
    correctedBy: 'ann',
    actorRole: 'caller',
    reason: 'wrong button',
    ending: 'unanswered',
    spokeWith: 'nobody',
    outcome: { code: 'no-answer' },
    settings,
    now: NOON,
  };
  await world.card(cardId, { type: 'CorrectOutcome', data: command });
}
