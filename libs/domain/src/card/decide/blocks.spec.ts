import { describe, expect, test } from '@jest/globals';
import { ReasonMissing } from '../../shared/stated.js';
import type { CardCommand } from '../card.commands.js';
import { CardIsBarred, CardIsFrozen, CardIsResting, CardNeedsCare, CardNeedsNoCare } from '../card.errors.js';
import { statusOf } from '../status.js';
import { after } from '../testing/after.js';
import {
  ADMIN,
  allNumbersDead,
  ANN,
  at,
  bySearch,
  called,
  cardAfter,
  claim,
  enterOtherRound,
  INPUTS,
  MONDAY,
  ROUND,
  settings,
} from '../testing/card-story.js';

const bar = (blockId = 'b1'): CardCommand => ({ type: 'BarCard', data: { blockId, scope: 'company', now: MONDAY } });
const unbar = (blockId = 'b1'): CardCommand => ({ type: 'UnbarCard', data: { blockId, liftedBy: ADMIN, now: MONDAY } });
const freeze: CardCommand = { type: 'FreezeCard', data: { blockId: 'b1', now: MONDAY } };
const unfreeze: CardCommand = { type: 'UnfreezeCard', data: { blockId: 'b1', decidedBy: ADMIN, now: MONDAY } };
const rest = (restUntil: string, becauseOfCallId = 'call-9'): CardCommand => ({
  type: 'RestCard',
  data: { becauseOfCallId, restUntil: at(restUntil), now: MONDAY },
});
const cure = (reason = 'admin asked them'): CardCommand => ({
  type: 'CureCard',
  data: { curedBy: ADMIN, reason, now: MONDAY },
});
const statusAfter = (...commands: readonly CardCommand[]) => statusOf(cardAfter(...commands), ROUND, MONDAY);

describe('R6: a block silences the card', () => {
  test('R6: once per block, whatever its state', () => {
    after()
      .when(bar())
      .thenEmits({ type: 'CardBarred', data: { blockId: 'b1', scope: 'company', barredAt: MONDAY } });
    after(bar()).when(bar()).thenNothing();
    after(...called(ANN, INPUTS.ceased))
      .when(bar())
      .thenEmitsLike({ type: 'CardBarred' });
  });

  test('R6: no hand-out, claim, renewal, import or reopening passes it', () => {
    const barred = after(bar());
    const facts = { blockIds: ['b1'] };
    barred.when(claim(ANN)).thenRejects(CardIsBarred, facts);
    barred.when(bySearch(ANN)).thenRejects(CardIsBarred, facts);
    barred.when(enterOtherRound).thenRejects(CardIsBarred, facts);
    const reopening = {
      roundId: ROUND,
      cause: 'customer-initiated',
      reopenedBy: ANN,
      actorRole: 'caller',
      reason: 'rang us',
    } as const;
    barred.when({ type: 'ReopenCard', data: { ...reopening, now: MONDAY } }).thenRejects(CardIsBarred, facts);
    const renewal = { claimId: `claim-${ANN}`, callerId: ANN, settings, now: MONDAY };
    after(claim(ANN), bar()).when({ type: 'RenewClaim', data: renewal }).thenRejects(CardIsBarred, facts);
  });

  test('R6: every block has to be lifted, then the card is what it was', () => {
    after(bar())
      .when(unbar())
      .thenEmits({
        type: 'CardUnbarred',
        data: { blockId: 'b1', liftedBy: ADMIN, unbarredAt: MONDAY },
      });
    after().when(unbar()).thenNothing();
    expect(statusAfter(bar(), bar('b2'), unbar())).toEqual({ status: 'no-call', blockIds: ['b2'] });
    expect(statusAfter(bar(), bar('b2'), unbar(), unbar('b2'))).toEqual({ status: 'available' });
  });
});

describe('R6: a workplace of a larger company is frozen until admin decides', () => {
  test('R6: frozen once, handed to nobody, and let go once', () => {
    after()
      .when(freeze)
      .thenEmitsLike({ type: 'CardFrozen', data: { blockId: 'b1', reason: 'company-block-undecided' } });
    after(freeze).when(freeze).thenNothing();
    after(freeze)
      .when(claim(ANN))
      .thenRejects(CardIsFrozen, { blockIds: ['b1'] });
    after(freeze)
      .when(unfreeze)
      .thenEmitsLike({ type: 'CardUnfrozen', data: { decidedBy: ADMIN } });
    after(freeze, unfreeze).when(unfreeze).thenNothing();
    expect(statusAfter(freeze, unfreeze).status).toBe('available');
  });
});

describe('R9: rest after another card was spoken with', () => {
  test('R9: the longest rest holds', () => {
    after(rest('2026-11-24T10:00')).when(rest('2026-11-24T10:00')).thenNothing();
    after(rest('2026-11-24T10:00')).when(rest('2026-11-24T11:00')).thenEmitsLike({ type: 'CardRested' });
    after().when(rest('2026-11-20T10:00')).thenNothing();
    const both = cardAfter(rest('2026-11-24T10:00'), rest('2026-11-24T09:00', 'call-8'));
    expect(both.restUntil).toBe(at('2026-11-24T10:00'));
  });

  test('R9, R21: one that a correction ends leaves the others', () => {
    const both = [rest('2026-11-24T10:00'), rest('2026-11-24T09:00', 'call-8')];
    const ended: CardCommand = {
      type: 'RestCard',
      data: { becauseOfCallId: 'call-9', restUntil: MONDAY, now: MONDAY },
    };
    expect(cardAfter(...both, ended).restUntil).toBe(at('2026-11-24T09:00'));
    after(...both, ended)
      .when(ended)
      .thenNothing();
  });

  test('R9: meanwhile the card is not handed out, a due priority callback excepted', () => {
    after(rest('2026-11-24T10:00'))
      .when(claim(ANN))
      .thenRejects(CardIsResting, { until: at('2026-11-24T10:00') });
    after(...called(ANN, INPUTS['priority-callback']), rest('2026-11-30T10:00'))
      .when(claim(ANN, { now: at('2026-11-26T13:00') }))
      .thenEmitsLike({ type: 'CardClaimed' });
  });
});

describe('care', () => {
  const unauthorised = called(ANN, INPUTS['unauthorised-contact']);

  test("admin's decision, with a reason, gives the card back", () => {
    after(...unauthorised)
      .when(cure(' '))
      .thenRejects(ReasonMissing);
    after(...unauthorised)
      .when(cure())
      .thenEmits({
        type: 'CardCured',
        data: { curedBy: ADMIN, reason: 'admin asked them', curedAt: MONDAY },
      });
    expect(statusAfter(...unauthorised, cure()).status).toBe('available');
  });

  test('there is nothing to cure in a card that needs no care, nor in one that is silenced (R6)', () => {
    after().when(cure()).thenRejects(CardNeedsNoCare);
    after(...unauthorised, cure())
      .when(cure())
      .thenRejects(CardNeedsNoCare);
    after(bar())
      .when(cure())
      .thenRejects(CardIsBarred, { blockIds: ['b1'] });
    after(...unauthorised, bar())
      .when(cure())
      .thenRejects(CardIsBarred);
  });

  test('a card without a live number is not cured by a decision', () => {
    after(...allNumbersDead())
      .when(cure())
      .thenRejects(CardNeedsCare, { reason: 'no-live-number' });
  });

  test('a recent call, cured, rests on for the rest of its 90 days', () => {
    const recent = [...called(ANN, INPUTS['recently-called']), cure()];
    expect(statusAfter(...recent)).toMatchObject({ status: 'hidden-until', until: at('2027-02-22T08:00') });
    const irritated = called(ANN, { ...INPUTS['recently-called'], irritated: true });
    expect(statusAfter(...irritated, cure()).status).toBe('available');
  });
});
