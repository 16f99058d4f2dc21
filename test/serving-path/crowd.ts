import { readFileSync } from 'node:fs';
import { eventContracts, type AterkomEvent } from '#events/contracts/index';
import {
  accountStream,
  campaignStream,
  cardStream,
  caseStream,
  numberStream,
  orderStream,
  webhookStream,
} from '#events/contracts/stream-names';
import { plus } from '#domain/shared/instant';
import { written, type Written } from '#read-models/testing/written-log';

/** A Tuesday in calling hours. */
export const NOW = '2026-11-24T09:00:00.000Z';
export const CAMPAIGN = 'campaign-1';
export const ROUND = 'round-1';
export const ANN = 'caller-ann';
export const ADA = 'admin-ada';
/** Ann's promises, and the cards that others have on screen: as many whatever the installation holds. */
const PROMISED = 20;
const HELD = 10;
const CALLERS = 10;

type Type = AterkomEvent['type'];
type DataOf<T extends Type> = Extract<AterkomEvent, { type: T }>['data'];

/** The frozen sample of the newest version, with these fields in place of its own. */
function sample<T extends Type>(type: T, fields: Partial<DataOf<T>>): AterkomEvent {
  const { version } = eventContracts[type];
  const file = new URL(`../fixtures/events/${type}@${version}.json`, import.meta.url);
  // The casts: another test shows that every sample decodes.
  const { data } = JSON.parse(samples.get(type) ?? readFileSync(file, 'utf8')) as { data: object };
  samples.set(type, JSON.stringify({ data }));
  return { type, data: { ...data, ...fields } } as unknown as AterkomEvent;
}

const samples = new Map<string, string>();

const callerOf = (at: number): string => `caller-${at % CALLERS}`;
const inRound = { campaignId: CAMPAIGN, roundId: ROUND };
const later = plus(NOW, { days: 2 });
const dueAt = (at: string) => ({ at, zone: 'Europe/Stockholm', wall: at.slice(0, 'yyyy-mm-ddThh:mm'.length) }) as const;

/** Those of the higher priority are all scheduled for later: what the next card has to reach past. */
function lifeOf(at: number): readonly AterkomEvent[] {
  if (at < PROMISED) {
    const promise = { ...inRound, callerId: ANN, lockId: `lock-${at}`, due: dueAt(at % 2 ? later : NOW) };
    return [sample('PriorityCallbackPromised', promise)];
  }
  if (at < PROMISED + HELD) {
    const claim = { ...inRound, claimId: `claim-${at}`, callerId: callerOf(at), claimedAt: NOW, leaseUntil: later };
    return [sample('CardClaimed', claim)];
  }
  if (at % 2 === 1) return [sample('CallbackScheduled', { ...inRound, callerId: callerOf(at), due: dueAt(later) })];
  const blockId = `block-${at}`;
  const endedAt = plus(NOW, { minutes: -at });
  if (at % 4 === 0) return [sample('NoMoreCallsRequested', { ...inRound, callerId: callerOf(at), blockId, endedAt })];
  return [];
}

const nameOf = (at: number): string => `Bolag ${at}`;

const cardOf = (at: number): Written[] =>
  written(
    cardStream(`c${at}`),
    sample('CardImported', {
      workplace: { name: nameOf(at) },
      numbers: [{ numberId: `n${at}`, e164: '+46846500401' }],
      companyId: `company-${at}`,
    }),
    sample('CardEnteredRound', { ...inRound, priority: at % 2 === 1 ? 10 : 0 }),
    ...lifeOf(at),
  );

function orderOf(at: number): Written[] {
  const takenAt = plus(NOW, { minutes: -at });
  const whose = { ...inRound, cardId: `c${at}`, callerId: callerOf(at), takenAt, regretUntil: takenAt };
  const registered = sample('OrderRegistered', whose) as Extract<AterkomEvent, { type: 'OrderRegistered' }>;
  const order = { ...registered.data.order, legalName: nameOf(at), companyNumber: `556${at}` };
  const mail = at % 3 === 0 ? [sample('ThankYouMailStarted', { startedAt: takenAt })] : [];
  return written(orderStream(`o${at}`), { ...registered, data: { ...registered.data, order } }, ...mail);
}

function caseOf(at: number): Written[] {
  const raisedAt = plus(NOW, { minutes: -at });
  const raised = sample('CaseRaised', {
    subject: { cardId: `c${at}`, orderId: `o${at}` },
    raisedAt,
    urgent: at % 2 === 0,
  });
  const next = [
    [],
    [sample('CaseTaken', { takenBy: ADA, takenAt: NOW })],
    [sample('CaseResolved', { resolvedBy: ADA, resolvedAt: raisedAt })],
  ];
  return written(caseStream(`case-${at}`), raised, ...(next[at % next.length] ?? []));
}

function webhookOf(at: number): Written[] {
  const instant = plus(NOW, { minutes: -at });
  const told =
    at % 2 === 0
      ? sample('WebhookDelivered', { deliveredAt: instant })
      : sample('WebhookGivenUp', { givenUpAt: instant });
  return written(webhookStream(`w${at}`), told);
}

const blockOf = (at: number): Written[] =>
  at % 4 === 0
    ? written(
        numberStream(`n${at}`),
        sample('NumberBlocked', { blockId: `block-${at}`, cardId: `c${at}`, blockedAt: plus(NOW, { minutes: -at }) }),
      )
    : [];

const accountOf = (accountId: string): Written[] =>
  written(accountStream(accountId), sample('AccountOpened', { username: accountId, displayName: accountId }));

/** An installation with so many cards, orders, cases and deliveries, one campaign, a few callers. */
export function crowdOf(many: number): readonly Written[] {
  const all = Array.from({ length: many }, (_, at) => at);
  const callers = Array.from({ length: CALLERS }, (_, at) => callerOf(at));
  return [
    ...written(campaignStream(CAMPAIGN), sample('CampaignCreated', {}), sample('RoundOpened', { roundId: ROUND })),
    ...[ANN, ADA, ...callers].flatMap(accountOf),
    ...all.flatMap((at) => [...cardOf(at), ...orderOf(at), ...caseOf(at), ...webhookOf(at), ...blockOf(at)]),
  ];
}
