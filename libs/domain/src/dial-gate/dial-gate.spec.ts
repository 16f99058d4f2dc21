import { describe, expect, test } from '@jest/globals';
import type { CompanyEvent, NumberEvent } from '#events/contracts/index';
import { defaultSettings } from '../campaign/campaign-settings.js';
import { NO_CARD, type Claim, type PriorityLock } from '../card/card.js';
import { CallNeedsClaim, CallOutsideHours, CardHeldByAnother } from '../card/holding.errors.js';
import { companyDecider } from '../company/company.decider.js';
import {
  CompanyBlockUndecided,
  CompanyHasCeased,
  CompanyIsBlocked,
  CompanyIsResting,
} from '../company/company.errors.js';
import type { Company } from '../company/company.js';
import { numberDecider } from '../number/number.decider.js';
import { NumberIsBlocked, NumberIsDead, NumberIsInACall, NumberIsResting } from '../number/number.errors.js';
import type { PhoneNumber } from '../number/number.js';
import { foldOf } from '../shared/decider.js';
import { instantOf } from '../shared/swedish-calendar.js';
import { gateRefusal, keepsDuePromise, type GateFacts, type GateMoment } from './dial-gate.js';

const NOW = instantOf('2026-11-23T10:00');
const BEFORE = instantOf('2026-11-23T09:00');
const LATER = instantOf('2026-11-23T11:00');
const TOMORROW = instantOf('2026-11-24T09:00');
const MOMENTS: readonly GateMoment[] = ['import', 'opening', 'hand-out', 'call-start'];

const blocked: NumberEvent = {
  type: 'NumberBlocked',
  data: { blockId: 'b1', cause: 'no-more-calls', blockedBy: 'bo', reason: 'asked', blockedAt: BEFORE },
};
const dead: NumberEvent = { type: 'NumberDeclaredDead', data: { cardId: 'k1', declaredBy: 'bo', declaredAt: BEFORE } };
const spoken: NumberEvent = {
  type: 'CallEnded',
  data: { callId: 'x', cardId: 'k1', spokeWith: 'gatekeeper', restUntil: TOMORROW, endedAt: BEFORE },
};
const permitted: NumberEvent = {
  type: 'CallPermitted',
  data: { callId: 'y', cardId: 'k2', roundId: 'r1', callerId: 'bo', permittedAt: BEFORE, until: LATER },
};
const companyBlocked: CompanyEvent = {
  type: 'CompanyBlocked',
  data: { blockId: 'b2', cause: 'by-hand', blockedBy: 'adam', reason: 'asked', blockedAt: BEFORE },
};
const proposed: CompanyEvent = {
  type: 'CompanyBlockProposed',
  data: { blockId: 'b3', cardId: 'k2', proposedBy: 'bo', proposedAt: BEFORE },
};
const ceased: CompanyEvent = {
  type: 'CompanyCeased',
  data: { confirmedBy: 'adam', evidence: 'register', ceasedAt: BEFORE },
};
const contacted: CompanyEvent = {
  type: 'CompanyContacted',
  data: { callId: 'x', cardId: 'k2', restUntil: TOMORROW, contactedAt: BEFORE },
};
const workplace = (cardId: string): CompanyEvent => ({
  type: 'WorkplaceJoined',
  data: { cardId, numberIds: [], joinedAt: BEFORE },
});

const numberOf = (...events: NumberEvent[]): PhoneNumber => foldOf(numberDecider, events);
const companyOf = (...events: CompanyEvent[]): Company => foldOf(companyDecider, events);
const claim: Claim = { claimId: 'c1', roundId: 'r1', callerId: 'ann', claimedAt: BEFORE, leaseUntil: LATER };
const lock: PriorityLock = {
  lockId: 'l1',
  roundId: 'r1',
  ownerId: 'ann',
  since: BEFORE,
  due: NOW,
  offeredToTeam: false,
};
const facts = (data: Partial<GateFacts> = {}): GateFacts => ({
  card: { ...NO_CARD, claim },
  roundId: 'r1',
  numbers: [numberOf()],
  company: companyOf(workplace('k1')),
  settings: defaultSettings,
  callerId: 'ann',
  now: NOW,
  ...data,
});
type RefusalClass = abstract new (...args: never[]) => Error;

interface Reason {
  readonly refusal: RefusalClass;
  readonly at: readonly GateMoment[];
  readonly number?: NumberEvent;
  readonly company?: CompanyEvent;
  readonly others?: Partial<GateFacts>;
}

/** What each moment asks, in the order of the answers. */
const REASONS: readonly Reason[] = [
  { refusal: NumberIsBlocked, number: blocked, at: MOMENTS },
  { refusal: CompanyIsBlocked, company: companyBlocked, at: MOMENTS },
  { refusal: CompanyBlockUndecided, company: proposed, at: ['opening', 'hand-out', 'call-start'] },
  { refusal: NumberIsDead, number: dead, at: ['import', 'hand-out', 'call-start'] },
  { refusal: CompanyHasCeased, company: ceased, at: MOMENTS },
  { refusal: NumberIsResting, number: spoken, at: ['hand-out', 'call-start'] },
  { refusal: CompanyIsResting, company: contacted, at: ['hand-out', 'call-start'] },
  { refusal: NumberIsInACall, number: permitted, at: ['hand-out'] },
  { refusal: CallOutsideHours, others: { now: instantOf('2026-11-23T07:59') }, at: ['hand-out', 'call-start'] },
  { refusal: CallNeedsClaim, others: { card: NO_CARD }, at: ['call-start'] },
];

const factsWith = (...reasons: readonly Reason[]): GateFacts => ({
  ...facts({
    numbers: [numberOf(...reasons.flatMap(({ number }) => number ?? []))],
    company: companyOf(workplace('k1'), ...reasons.flatMap(({ company }) => company ?? [])),
  }),
  ...reasons.reduce<Partial<GateFacts>>((all, { others }) => ({ ...all, ...others }), {}),
});

describe('the dial gate', () => {
  test.each(MOMENTS)('lets a card through that nothing speaks against: %s', (moment) => {
    expect(gateRefusal(moment, facts())).toBeUndefined();
  });

  test.each(REASONS.map((reason) => [reason.refusal.name, reason] as const))(
    'R2, R6, R9, R23: refuses with %s at the moments that ask for it, and at no other',
    (_, reason) => {
      for (const moment of MOMENTS) {
        const refusal = gateRefusal(moment, factsWith(reason));
        if (reason.at.includes(moment)) expect(refusal).toBeInstanceOf(reason.refusal);
        else expect(refusal).toBeUndefined();
      }
    },
  );

  test.each(MOMENTS)('R6: answers with the gravest of several reasons, in one order: %s', (moment) => {
    const asked = REASONS.filter(({ at }) => at.includes(moment));
    asked.forEach(({ refusal }, index) => {
      expect(gateRefusal(moment, factsWith(...asked.slice(index)))).toBeInstanceOf(refusal);
    });
  });

  test('R6: one blocked number is enough, a dead one is not while there is another', () => {
    const numbers = [numberOf(), numberOf(blocked)];
    expect(gateRefusal('hand-out', facts({ numbers }))).toBeInstanceOf(NumberIsBlocked);
    expect(gateRefusal('hand-out', facts({ numbers: [numberOf(dead), numberOf()] }))).toBeUndefined();
  });

  test('R9: a larger company does not rest as a whole', () => {
    const workplaces = ['k1', 'k2', 'k3', 'k4'].map(workplace);
    const rested = (count: number): Company => companyOf(...workplaces.slice(0, count), contacted);
    expect(gateRefusal('call-start', facts({ company: rested(3) }))).toBeInstanceOf(CompanyIsResting);
    expect(gateRefusal('call-start', facts({ company: rested(4) }))).toBeUndefined();
  });

  test.each<[string, boolean, PriorityLock]>([
    ['its owner from the promised time', true, lock],
    ['nobody before the promised time', false, { ...lock, due: LATER }],
    ['nobody else', false, { ...lock, ownerId: 'bo' }],
    ['anyone once it is offered to the team', true, { ...lock, ownerId: 'bo', offeredToTeam: true }],
  ])('R3, R9, R24: a PriorityCallback is made during a rest by %s', (_, keeps, promise) => {
    const resting = facts({
      card: { ...NO_CARD, claim, lock: promise },
      numbers: [numberOf(spoken)],
      company: companyOf(contacted),
    });
    expect(keepsDuePromise(resting)).toBe(keeps);
    const refusal = gateRefusal('call-start', resting);
    expect(refusal instanceof NumberIsResting).toBe(!keeps);
    expect(refusal === undefined).toBe(keeps);
  });

  test('R6: a due PriorityCallback does not pass a block', () => {
    const card = { ...NO_CARD, claim, lock };
    expect(gateRefusal('call-start', facts({ card, company: companyOf(companyBlocked) }))).toBeInstanceOf(
      CompanyIsBlocked,
    );
  });

  test('R2: a call needs the live claim of the caller in the round', () => {
    const heldBy = (changed: Partial<Claim>): GateFacts =>
      facts({ card: { ...NO_CARD, claim: { ...claim, ...changed } } });
    expect(gateRefusal('call-start', heldBy({ callerId: 'bo' }))).toBeInstanceOf(CardHeldByAnother);
    expect(gateRefusal('call-start', heldBy({ leaseUntil: NOW }))).toBeInstanceOf(CallNeedsClaim);
    expect(gateRefusal('call-start', heldBy({ roundId: 'r2' }))).toBeInstanceOf(CallNeedsClaim);
  });

  test('R23: says from when one may call', () => {
    const early = facts({ now: instantOf('2026-11-23T07:59') });
    expect(gateRefusal('hand-out', early)).toMatchObject({ nearest: instantOf('2026-11-23T08:00') });
  });
});
