import fc from 'fast-check';
import type { CampaignSettings, Instant } from '#events/contracts/index';
import { plus } from '../../shared/instant.js';
import type { CardCommand } from '../card.commands.js';
import type { Card } from '../card.js';
import type { OutcomeInput } from '../outcome-input.js';
import {
  ADMIN,
  CAMPAIGN,
  claim,
  correction,
  INPUTS,
  LEAD,
  numberOf,
  outcome,
  ROUND,
  OTHER_ROUND,
  settings as defaults,
  startCall,
  withoutCall,
} from './card-story.js';

/** One random step: who does what how long after the step before. Ids that a command needs are taken from the card. */
export interface Step {
  readonly kind: keyof typeof MAKERS;
  readonly by: string;
  readonly afterMinutes: number;
  readonly roundId: string;
  readonly code: keyof typeof INPUTS;
  /** Old or wrong ids now and then. */
  readonly astray: boolean;
}

interface Moment {
  readonly step: Step;
  readonly card: Card;
  readonly id: string;
  readonly now: Instant;
}

const CALLERS = ['ann', 'bo', 'cia'];
/** R23 has its own tests; here the clock may jump anywhere and calls go on. */
const settings: CampaignSettings = {
  ...defaults,
  callingHours: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59', onHolidays: true },
};

/** The holder, where the step does not go astray. */
const holderIn = ({ card, step }: Moment): string => (step.astray ? step.by : (card.claim?.callerId ?? step.by));
const callerIn = ({ card, step }: Moment): string => (step.astray ? step.by : (card.call?.callerId ?? step.by));
const claimIdIn = ({ card, step }: Moment): string =>
  step.astray ? 'claim-astray' : (card.claim?.claimId ?? 'claim-none');
const callIdIn = ({ card, step }: Moment): string =>
  (step.astray ? card.outcomeIds[0] : card.call?.callId) ?? 'call-none';
const lockIdIn = ({ card, step }: Moment): string => (step.astray ? 'lock-astray' : (card.lock?.lockId ?? 'lock-none'));
const numberIn = ({ card, step }: Moment): string =>
  card.numbers.find(({ dead }) => !dead || step.astray)?.numberId ?? 'n1';

/** Ids and times of this step in place of the made-up ones. */
function inputIn(moment: Moment): OutcomeInput {
  const { id, now, step } = moment;
  const input = INPUTS[step.code];
  if (input.code === 'priority-callback') return { ...input, dueAt: plus(now, { days: 2 }), lockId: `lock-${id}` };
  if (input.code === 'dead-number') return { ...input, numberId: numberIn(moment) };
  if (input.code === 'no-more-calls') return { ...input, blockId: `block-${id}` };
  if (input.code === 'order')
    return { ...input, orderId: `order-${id}`, messageReference: id, confirmsSecondOrder: !step.astray };
  return input;
}

const MAKERS = {
  enter: ({ step: { roundId }, now }) => ({
    type: 'EnterRound',
    data: { campaignId: CAMPAIGN, roundId, priority: 0, now },
  }),
  claim: ({ step: { by, roundId }, id, now }) => claim(by, { claimId: `claim-${id}`, roundId, settings, now }),
  search: ({ step: { by, roundId }, id, now }) =>
    claim(by, { claimId: `claim-${id}`, roundId, settings, now, openedBySearch: true }),
  renew: (moment) => ({
    type: 'RenewClaim',
    data: { claimId: claimIdIn(moment), callerId: holderIn(moment), settings, now: moment.now },
  }),
  release: (moment) => ({
    type: 'ReleaseClaim',
    data: { claimId: claimIdIn(moment), callerId: holderIn(moment), now: moment.now },
  }),
  breaking: (moment) => ({
    type: 'BreakClaim',
    data: { claimId: claimIdIn(moment), brokenBy: LEAD, reason: 'gone', now: moment.now },
  }),
  skip: (moment) => ({
    type: 'SkipCard',
    data: { claimId: claimIdIn(moment), callerId: holderIn(moment), reason: 'lunch', now: moment.now },
  }),
  call: (moment) =>
    startCall(holderIn(moment), {
      settings,
      callId: `call-${moment.id}`,
      roundId: moment.card.claim?.roundId ?? ROUND,
      numberId: numberIn(moment),
      now: moment.now,
    }),
  outcome: (moment) =>
    outcome(callerIn(moment), inputIn(moment), {
      settings,
      callId: callIdIn(moment),
      roundId: moment.card.call?.roundId ?? ROUND,
      now: moment.now,
    }),
  otherOutcome: (moment) =>
    withoutCall(moment.step.by, inputIn(moment), {
      settings,
      outcomeId: `mail-${moment.id}`,
      roundId: moment.step.roundId,
      now: moment.now,
    }),
  correct: (moment) =>
    correction(inputIn(moment), {
      settings,
      correctedOutcomeId: (moment.step.astray ? moment.card.outcomeIds[0] : moment.card.outcomeIds.at(-1)) ?? 'none',
      outcomeId: `correction-${moment.id}`,
      correctedBy: moment.step.by,
      actorRole: moment.step.astray ? 'caller' : 'lead',
      now: moment.now,
    }),
  allow: ({ step: { roundId }, now }) => ({
    type: 'AllowFurtherAttempt',
    data: { roundId, allowedBy: LEAD, reason: 'asked', settings, now },
  }),
  releaseLock: (moment) => ({
    type: 'ReleaseLock',
    data: { lockId: lockIdIn(moment), releasedBy: LEAD, reason: 'ill', now: moment.now },
  }),
  transferLock: (moment) => ({
    type: 'TransferLock',
    data: {
      lockId: lockIdIn(moment),
      toCallerId: moment.step.by,
      transferredBy: LEAD,
      reason: 'ill',
      now: moment.now,
    },
  }),
  offer: (moment) => ({ type: 'OfferToTeam', data: { lockId: lockIdIn(moment), settings, now: moment.now } }),
  bar: ({ id, now }) => ({ type: 'BarCard', data: { blockId: `block-${id}`, scope: 'company', now } }),
  unbar: ({ card, now }) => ({
    type: 'UnbarCard',
    data: { blockId: card.bars[0] ?? 'block-none', liftedBy: ADMIN, now },
  }),
  freeze: ({ id, now }) => ({ type: 'FreezeCard', data: { blockId: `block-${id}`, now } }),
  unfreeze: ({ card, now }) => ({
    type: 'UnfreezeCard',
    data: { blockId: card.freezes[0] ?? 'block-none', decidedBy: ADMIN, now },
  }),
  rest: ({ id, now }) => ({
    type: 'RestCard',
    data: { becauseOfCallId: `call-${id}`, restUntil: plus(now, { hours: 24 }), now },
  }),
  cure: ({ now }) => ({ type: 'CureCard', data: { curedBy: ADMIN, reason: 'asked', now } }),
  reopen: ({ step: { astray, roundId }, now }) => ({
    type: 'ReopenCard',
    data: {
      roundId,
      cause: astray ? 'customer-initiated' : 'admin',
      reopenedBy: ADMIN,
      actorRole: 'admin',
      reason: 'asked',
      now,
    },
  }),
  number: ({ id, step, card, now }) => ({
    type: 'AddCardNumber',
    data: {
      number: numberOf(`n-${id}`),
      ...(step.astray && card.numbers[0] && { replacesNumberId: card.numbers[0].numberId }),
      addedBy: step.by,
      now,
    },
  }),
  note: ({ id, step: { by }, now }) => ({ type: 'AddNote', data: { noteId: id, text: 'said', addedBy: by, now } }),
  workplace: ({ id, step: { by }, now }) => ({
    type: 'CorrectWorkplace',
    data: { workplace: { name: id }, correctedBy: by, now },
  }),
  company: ({ id, now }) => ({ type: 'JoinCompany', data: { companyId: `company-${id}`, now } }),
} as const satisfies Record<string, (moment: Moment) => CardCommand>;

export const commandOf = (moment: Moment): CardCommand => MAKERS[moment.step.kind](moment);

const ANY_KIND = Object.keys(MAKERS) as Step['kind'][];
/** A block ends most of what can happen; it comes seldom, so that there is something to end. */
const kinds = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...ANY_KIND.filter((kind) => !['bar', 'freeze', 'rest'].includes(kind))) },
  { weight: 1, arbitrary: fc.constantFrom(...ANY_KIND) },
);
const jumps = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 1, 5) },
  { weight: 3, arbitrary: fc.constantFrom(10, 20, 240) },
  { weight: 3, arbitrary: fc.constantFrom(24 * 60, 3 * 24 * 60, 8 * 24 * 60) },
  { weight: 1, arbitrary: fc.constant(200 * 24 * 60) },
);
const codes = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Step['code']>('callback', 'priority-callback', 'no-answer', 'busy') },
  { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(INPUTS) as Step['code'][])) },
);
const seldom = fc.nat({ max: 4 }).map((n) => n === 0);

const step: fc.Arbitrary<Step> = fc.record({
  kind: kinds,
  by: fc.constantFrom(...CALLERS),
  afterMinutes: jumps,
  roundId: fc.oneof({ weight: 4, arbitrary: fc.constant(ROUND) }, { weight: 1, arbitrary: fc.constant(OTHER_ROUND) }),
  code: codes,
  astray: seldom,
});

/** A caller takes the card, calls and marks it, the outcome now and then long after the lease. */
const work = fc
  .tuple(step, fc.constantFrom<Step['kind']>('claim', 'search'), jumps)
  .map(([first, kind, late]): Step[] => [
    { ...first, kind, astray: false },
    { ...first, kind: 'call', afterMinutes: 1, astray: false },
    { ...first, kind: 'outcome', afterMinutes: late, astray: false },
  ]);

export const steps = fc
  .array(
    fc.oneof(
      step.map((one) => [one]),
      work,
    ),
    { minLength: 1, maxLength: 25, size: 'max' },
  )
  .map((parts) => parts.flat());
