import type { AterkomEvent, CampaignSettings, CardNumber, Instant } from '#events/contracts/index';
import { cardStream, companyStream } from '#events/contracts/stream-names';
import { defaultSettings } from '../../campaign/campaign-settings.js';
import { instantOf } from '../../shared/swedish-calendar.js';
import { append, newLog, type SteppedLog } from './stepped-log.js';

// A small world in which everybody wants the same few customers at the same time.

export const CALLERS = ['ann', 'bo', 'cy'] as const;
/** The first number of k1 and k2 is the same, n2 is at both companies. */
export const CARDS = {
  k1: { companyId: 'a', numberIds: ['n1'] },
  k2: { companyId: 'a', numberIds: ['n1', 'n2'] },
  k3: { companyId: 'b', numberIds: ['n2'] },
  k4: { companyId: 'b', numberIds: ['n3'] },
} as const;
export const NUMBERS = ['n1', 'n2', 'n3'] as const;
export const COMPANIES = ['a', 'b'] as const;
export type CardId = keyof typeof CARDS;
export const CARD_IDS = Object.keys(CARDS) as readonly CardId[];

export const ROUND = 'round1';

export interface World {
  readonly log: SteppedLog;
  readonly settings: CampaignSettings;
  now: Instant;
  nextId: number;
  /** Log position at which the gate began to read, by call. */
  readonly gateBegan: Map<string, number>;
  /** Codes of the refusals, for the proof that they were met. */
  readonly refusals: Set<string>;
}

export interface WorldOptions {
  /** With 1 both companies are large, with 2 and more both are small (R6, R9). */
  readonly smallCompanyWorkplaces: number;
  readonly checksRevisions: boolean;
}

export function newWorld({ smallCompanyWorkplaces, checksRevisions }: WorldOptions): World {
  const log = newLog(checksRevisions);
  const now = instantOf('2026-11-23T10:00');
  for (const [streamId, events] of firstStreams(now)) append(log, streamId, events, -1);
  const settings = { ...defaultSettings, smallCompanyWorkplaces };
  return { log, settings, now, nextId: 1, gateBegan: new Map(), refusals: new Set() };
}

const numberOnCard = (numberId: string): CardNumber => ({ numberId, e164: '+4681234567' });

const firstStreams = (now: Instant): (readonly [string, readonly AterkomEvent[]])[] => [
  ...COMPANIES.map((companyId) => [companyStream(companyId), companyEvents(companyId, now)] as const),
  ...CARD_IDS.map((cardId) => [cardStream(cardId), cardEvents(cardId, now)] as const),
];

function companyEvents(companyId: string, now: Instant): AterkomEvent[] {
  const workplaces = CARD_IDS.filter((cardId) => CARDS[cardId].companyId === companyId);
  const registered = { companyNumber: '5560360793', checkDigitFails: false, registeredAt: now };
  return [
    { type: 'CompanyRegistered', data: registered },
    ...workplaces.map((cardId): AterkomEvent => {
      return { type: 'WorkplaceJoined', data: { cardId, numberIds: CARDS[cardId].numberIds, joinedAt: now } };
    }),
  ];
}

function cardEvents(cardId: CardId, now: Instant): AterkomEvent[] {
  const { companyId, numberIds } = CARDS[cardId];
  const numbers = numberIds.map(numberOnCard);
  const source = { kind: 'by-hand' } as const;
  const entered = { campaignId: 'campaign1', roundId: ROUND, priority: 0, enteredAt: now };
  return [
    { type: 'CardImported', data: { workplace: { name: cardId }, numbers, companyId, source, importedAt: now } },
    { type: 'CardEnteredRound', data: entered },
  ];
}

export const newId = (world: World, kind: string): string => `${kind}${world.nextId++}`;
