import type { CardEvent, CardNumber, Instant, OrderForm, SpokeWith } from '#events/contracts/index';
import { defaultSettings } from '../../campaign/campaign-settings.js';
import { instantOf } from '../../shared/swedish-calendar.js';
import { foldOf } from '../../shared/decider.js';
import type { CardCommand, ClaimCard, CorrectOutcome, RecordOutcome, StartCall } from '../card.commands.js';
import { cardDecider } from '../card.decider.js';
import type { Card } from '../card.js';
import type { OutcomeInput } from '../outcome-input.js';

// A card's story for tests: commands with the fields that a test is about, the rest made up.

export const ANN = 'caller-ann';
export const BO = 'caller-bo';
export const LEAD = 'lead-lo';
export const ADMIN = 'admin-ada';
export const ROUND = 'round-1';
export const OTHER_ROUND = 'round-2';
export const CAMPAIGN = 'campaign-1';
export const settings = defaultSettings;

/** Swedish wall time; 2026-11-23 is a Monday. */
export const at = (wall: string): Instant => instantOf(wall);
export const MONDAY = at('2026-11-23T10:00');

export const numberOf = (numberId: string): CardNumber => ({ numberId, e164: '+46812345678' });

export const order: OrderForm = {
  legalName: 'Skolan AB',
  contactFirstName: 'Eva',
  contactLastName: 'Ek',
  companyNumber: '5560360793',
  email: 'has-none',
  invoice: { kind: 'e-mail', email: 'faktura@skolan.example' },
  termsDays: 30,
  rows: [],
  totalOre: 0,
  totalVatOre: 0,
};

export const INPUTS: { readonly [Code in OutcomeInput['code']]: Extract<OutcomeInput, { code: Code }> } = {
  callback: { code: 'callback' },
  'priority-callback': {
    code: 'priority-callback',
    dueAt: at('2026-11-26T13:00'),
    personName: 'Eva Ek',
    lockId: 'lock-1',
  },
  declined: { code: 'declined', reason: 'said-no' },
  deferred: { code: 'deferred', reason: 'mail-sent', mailAddress: 'eva@skolan.example' },
  'no-answer': { code: 'no-answer' },
  busy: { code: 'busy' },
  'dead-number': { code: 'dead-number', numberId: 'n1' },
  'private-person': { code: 'private-person' },
  'unauthorised-contact': { code: 'unauthorised-contact', searchedTheWeb: true },
  'head-office-referral': { code: 'head-office-referral', headOfficeName: 'Kedjan AB' },
  'recently-called': { code: 'recently-called', irritated: false },
  ceased: { code: 'ceased' },
  'no-more-calls': { code: 'no-more-calls', irritated: false, blockId: 'block-1' },
  order: { code: 'order', orderId: 'order-1', order, confirmedWarnings: [], readBack: 'read aloud', language: 'sv' },
};

const SPOKEN: Partial<Record<OutcomeInput['code'], SpokeWith>> = {
  callback: 'gatekeeper',
  'no-answer': 'nobody',
  busy: 'nobody',
  'dead-number': 'nobody',
};

export const spokenIn = (outcome: OutcomeInput): SpokeWith => SPOKEN[outcome.code] ?? 'decision-maker';

export const claim = (callerId: string, data: Partial<ClaimCard['data']> = {}): ClaimCard => ({
  type: 'ClaimCard',
  data: {
    claimId: `claim-${callerId}`,
    roundId: ROUND,
    callerId,
    openedBySearch: false,
    settings,
    now: MONDAY,
    ...data,
  },
});

export const bySearch = (callerId: string, now: Instant = MONDAY): ClaimCard =>
  claim(callerId, { openedBySearch: true, now });

export const startCall = (callerId: string, data: Partial<StartCall['data']> = {}): StartCall => ({
  type: 'StartCall',
  data: {
    callId: 'call-1',
    callerId,
    roundId: ROUND,
    numberId: 'n1',
    permitRevision: 0,
    settings,
    now: MONDAY,
    ...data,
  },
});

type CallReport = Extract<RecordOutcome['data'], { cause: 'call' }>;
type OtherReport = Exclude<RecordOutcome['data'], CallReport>;

export const outcome = (callerId: string, of: OutcomeInput, data: Partial<CallReport> = {}): RecordOutcome => ({
  type: 'RecordOutcome',
  data: {
    cause: 'call',
    callId: 'call-1',
    roundId: ROUND,
    callerId,
    ending: 'answered',
    spokeWith: spokenIn(of),
    outcome: of,
    settings,
    now: MONDAY,
    ...data,
  },
});

export const withoutCall = (callerId: string, of: OutcomeInput, data: Partial<OtherReport> = {}): RecordOutcome => ({
  type: 'RecordOutcome',
  data: {
    cause: 'mail',
    outcomeId: 'mail-1',
    roundId: ROUND,
    callerId,
    ending: 'no-call',
    spokeWith: spokenIn(of),
    outcome: of,
    settings,
    now: MONDAY,
    ...data,
  },
});

export const correction = (of: OutcomeInput, data: Partial<CorrectOutcome['data']> = {}): CorrectOutcome => ({
  type: 'CorrectOutcome',
  data: {
    correctedOutcomeId: 'call-1',
    outcomeId: 'correction-1',
    correctedBy: ANN,
    actorRole: 'caller',
    reason: 'wrong key',
    ending: 'answered',
    spokeWith: spokenIn(of),
    outcome: of,
    settings,
    now: MONDAY,
    ...data,
  },
});

interface CalledAs {
  readonly now?: Instant;
  readonly callId?: string;
  readonly roundId?: string;
  readonly numberId?: string;
}

/** Opened by search, called and marked at one moment: passes due times and leaves the queue's rules to their own tests. */
export const called = (
  callerId: string,
  of: OutcomeInput,
  { now = MONDAY, callId = 'call-1', roundId = ROUND, numberId = 'n1' }: CalledAs = {},
): CardCommand[] => [
  claim(callerId, { openedBySearch: true, claimId: `claim-${callId}`, roundId, now }),
  startCall(callerId, { callId, roundId, numberId, now }),
  outcome(callerId, of, { callId, roundId, now }),
];

/** Ann finds both of the card's numbers dead. */
export const allNumbersDead = (): CardCommand[] =>
  ['n1', 'n2'].flatMap((numberId) =>
    called(ANN, { code: 'dead-number', numberId }, { callId: `dead-${numberId}`, numberId }),
  );

/** Imported with two numbers, in one round. */
export const inRound: readonly CardCommand[] = [
  {
    type: 'ImportCard',
    data: {
      workplace: { name: 'Skolan' },
      numbers: [numberOf('n1'), numberOf('n2')],
      source: { kind: 'import', importId: 'import-1', row: 2 },
      now: MONDAY,
    },
  },
  { type: 'EnterRound', data: { campaignId: CAMPAIGN, roundId: ROUND, priority: 0, now: MONDAY } },
];

export const enterOtherRound: CardCommand = {
  type: 'EnterRound',
  data: { campaignId: 'campaign-2', roundId: OTHER_ROUND, priority: 0, now: MONDAY },
};

/** What the commands led to, one after the other. */
export function story(...commands: readonly CardCommand[]): CardEvent[] {
  return commands.reduce<CardEvent[]>(
    (events, command) => [...events, ...cardDecider.decide(command, foldOf(cardDecider, events))],
    [],
  );
}

/** The card in its round, after these commands. */
export const cardAfter = (...commands: readonly CardCommand[]): Card =>
  foldOf(cardDecider, story(...inRound, ...commands));
