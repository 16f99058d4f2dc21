import { defaultSettings } from '#domain/campaign/campaign-settings';
import type { RecordOutcome } from '#domain/card/card.commands';
import { plus } from '#domain/shared/instant';
import type { CampaignSettings, CardNumber, Instant } from '#events/contracts/index';
import { NOON, type World } from './world.js';

export const CAMPAIGN = 'campaign1';
export const ROUND = 'round1';
export const ADA = 'ada';

export interface WorkplaceOptions {
  readonly numberIds?: readonly string[];
  readonly companyId?: string;
  readonly priority?: number;
}

const numberOf = (numberId: string): CardNumber => ({ numberId, e164: '+46812345678' });

/** A campaign with one open round. */
export async function campaignWithRound(world: World, settings: Partial<CampaignSettings> = {}): Promise<void> {
  const created = { name: 'Våren', settings: { ...defaultSettings, ...settings }, createdBy: ADA, now: NOON };
  await world.campaign(CAMPAIGN, { type: 'CreateCampaign', data: created });
  await world.campaign(CAMPAIGN, {
    type: 'OpenRound',
    data: { roundId: ROUND, name: 'Omgång 1', openedBy: ADA, now: NOON },
  });
}

export async function companyNamed(world: World, companyId: string): Promise<void> {
  const facts = { companyNumber: '5560360793', checkDigitFails: false, now: NOON };
  await world.company(companyId, { type: 'RegisterCompany', data: facts });
}

/** A card in the round; its company knows it where it has one. */
export async function workplace(world: World, cardId: string, options: WorkplaceOptions = {}): Promise<void> {
  const { numberIds = [], companyId, priority = 0 } = options;
  const source = { kind: 'by-hand' } as const;
  const card = { workplace: { name: cardId }, numbers: numberIds.map(numberOf), source, now: NOON };
  await world.card(cardId, { type: 'ImportCard', data: { ...card, ...(companyId !== undefined && { companyId }) } });
  await world.card(cardId, {
    type: 'EnterRound',
    data: { campaignId: CAMPAIGN, roundId: ROUND, priority, now: NOON },
  });
  if (companyId !== undefined) {
    await world.company(companyId, { type: 'JoinWorkplace', data: { cardId, numberIds, now: NOON } });
  }
}

/** The card is locked to the caller by a promise, with the caller's slot. */
export async function promised(
  world: World,
  cardId: string,
  callerId: string,
  { lockId = `lock of ${cardId}`, dueAt = plus(NOON, { days: 1 }) }: { lockId?: string; dueAt?: Instant } = {},
): Promise<void> {
  await world.caller(callerId, { type: 'TakeLockSlot', data: { lockId, cardId, maxPriorityLocks: 50, now: NOON } });
  const promise: RecordOutcome = {
    type: 'RecordOutcome',
    data: {
      cause: 'mail',
      outcomeId: `promise of ${lockId}`,
      roundId: ROUND,
      callerId,
      ending: 'no-call',
      spokeWith: 'decision-maker',
      outcome: { code: 'priority-callback', dueAt, personName: 'Eva Ek', lockId },
      settings: defaultSettings,
      now: NOON,
    },
  };
  await world.card(cardId, promise);
}
