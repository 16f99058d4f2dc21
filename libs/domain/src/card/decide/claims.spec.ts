import { describe, expect, test } from '@jest/globals';
import { CardIsClosedForRound, CardIsNotDue, CardIsResting, CardNotInRound } from '../card.errors.js';
import type { CardCommand } from '../card.commands.js';
import { CallIsRunning, CardHeldByAnother, ClaimHasEnded } from '../holding.errors.js';
import { ReasonMissing } from '../../shared/stated.js';
import { after } from '../testing/after.js';
import {
  ANN,
  at,
  BO,
  bySearch,
  called,
  CAMPAIGN,
  cardAfter,
  claim,
  enterOtherRound,
  INPUTS,
  LEAD,
  MONDAY,
  OTHER_ROUND,
  outcome,
  ROUND,
  settings,
  startCall,
} from '../testing/card-story.js';

const LEASE_END = at('2026-11-23T10:15');
const heldByAnn = after(claim(ANN));
const ofAnn = { claimId: `claim-${ANN}`, callerId: ANN, now: MONDAY };

describe('R2: claims', () => {
  test('R2: a claim is a lease of 15 minutes and says why the card was served', () => {
    after()
      .when(claim(ANN))
      .thenEmits({
        type: 'CardClaimed',
        data: {
          claimId: `claim-${ANN}`,
          campaignId: CAMPAIGN,
          roundId: ROUND,
          callerId: ANN,
          because: 'never-called',
          claimedAt: MONDAY,
          leaseUntil: LEASE_END,
        },
      });
  });

  test('R2: a second caller is refused with holder, since and until', () => {
    heldByAnn.when(claim(BO)).thenRejects(CardHeldByAnother, { holder: ANN, since: MONDAY, until: LEASE_END });
  });

  test('R2: the holder who claims again keeps the claim that stands', () => {
    heldByAnn.when(claim(ANN, { claimId: 'another' })).thenNothing();
  });

  test('R2: a lapsed claim may be claimed over, to the minute', () => {
    heldByAnn.when(claim(BO, { now: at('2026-11-23T10:14') })).thenRejects(CardHeldByAnother);
    heldByAnn.when(claim(BO, { now: LEASE_END })).thenEmitsLike({ type: 'CardClaimed', data: { callerId: BO } });
  });

  test('R2: the claim holds in every round the card is in', () => {
    const inBoth = after(enterOtherRound, claim(ANN));
    inBoth.when(claim(BO, { roundId: OTHER_ROUND })).thenRejects(CardHeldByAnother, { holder: ANN });
    inBoth
      .when(claim(ANN, { roundId: OTHER_ROUND, claimId: 'c2' }))
      .thenEmitsLike(
        { type: 'ClaimReleased', data: { roundId: ROUND } },
        { type: 'CardClaimed', data: { roundId: OTHER_ROUND } },
      );
  });

  test('R2: during a call its caller does not move to the other round', () => {
    after(enterOtherRound, claim(ANN), startCall(ANN))
      .when(claim(ANN, { roundId: OTHER_ROUND }))
      .thenRejects(CallIsRunning);
  });

  test('a card is claimed in a round that it has entered', () => {
    after()
      .when(claim(ANN, { roundId: OTHER_ROUND }))
      .thenRejects(CardNotInRound, { roundId: OTHER_ROUND });
  });

  test('a scheduled card is handed out from its time, and opened by search before it', () => {
    const due = at('2026-11-23T14:00');
    const unanswered = after(...called(ANN, INPUTS['no-answer']));
    unanswered.when(claim(BO, { now: at('2026-11-23T13:59') })).thenRejects(CardIsNotDue, { due });
    unanswered.when(claim(BO, { now: due })).thenEmitsLike({ type: 'CardClaimed', data: { because: 'retry-due' } });
    unanswered.when(bySearch(BO)).thenEmitsLike({ type: 'CardClaimed', data: { because: 'opened-by-search' } });
  });

  test('R9: the queue lets a card rest 24 hours after somebody was spoken with', () => {
    const spoken = after(...called(ANN, { code: 'callback', dueAt: at('2026-11-23T15:00') }));
    spoken
      .when(claim(BO, { now: at('2026-11-23T15:00') }))
      .thenRejects(CardIsResting, { until: at('2026-11-24T10:00') });
    spoken
      .when(claim(BO, { now: at('2026-11-24T10:00') }))
      .thenEmitsLike({ type: 'CardClaimed', data: { because: 'callback-due' } });
  });

  test('a card that is closed for the round is not opened by search either', () => {
    after(...called(ANN, INPUTS.declined))
      .when(bySearch(BO))
      .thenRejects(CardIsClosedForRound, { since: MONDAY });
  });
});

describe('R2: renewing and giving back', () => {
  const renew = (now: string, callerId = ANN): CardCommand => ({
    type: 'RenewClaim',
    data: { ...ofAnn, callerId, settings, now: at(now) },
  });

  test('R2: a renewal moves the end of the lease, once half of it is used', () => {
    heldByAnn.when(renew('2026-11-23T10:07')).thenNothing();
    heldByAnn.when(renew('2026-11-23T10:08')).thenEmits({
      type: 'ClaimRenewed',
      data: { claimId: `claim-${ANN}`, roundId: ROUND, leaseUntil: at('2026-11-23T10:23') },
    });
  });

  test('R2: a lapsed lease is renewed while nobody else has claimed', () => {
    heldByAnn.when(renew('2026-11-23T11:00')).thenEmitsLike({ type: 'ClaimRenewed' });
    const takenOver = after(claim(ANN), claim(BO, { now: at('2026-11-23T10:20') }));
    takenOver.when(renew('2026-11-23T11:00')).thenRejects(CardHeldByAnother, { holder: BO });
  });

  test('R2: a claim that was given back is not renewed', () => {
    after()
      .when(renew('2026-11-23T10:10'))
      .thenRejects(ClaimHasEnded, { claimId: `claim-${ANN}` });
  });

  test('the holder gives the card back, once, and not in the middle of a call', () => {
    const release: CardCommand = { type: 'ReleaseClaim', data: ofAnn };
    heldByAnn.when(release).thenEmitsLike({ type: 'ClaimReleased', data: { releasedBy: ANN } });
    after(claim(ANN), release).when(release).thenNothing();
    after(claim(ANN), startCall(ANN)).when(release).thenRejects(CallIsRunning, { callId: 'call-1' });
    heldByAnn.when({ type: 'ReleaseClaim', data: { ...ofAnn, callerId: BO } }).thenRejects(CardHeldByAnother);
  });

  test('a lead breaks a claim with a reason, also during a call whose outcome then still counts', () => {
    const broken: CardCommand = {
      type: 'BreakClaim',
      data: { claimId: `claim-${ANN}`, brokenBy: LEAD, reason: 'went home', now: MONDAY },
    };
    const inCall = after(claim(ANN), startCall(ANN), broken);
    heldByAnn.when(broken).thenEmitsLike({ type: 'ClaimReleased', data: { releasedBy: LEAD, reason: 'went home' } });
    heldByAnn.when({ ...broken, data: { ...broken.data, reason: ' ' } }).thenRejects(ReasonMissing);
    after(claim(ANN), broken).when(broken).thenNothing();
    inCall.when(outcome(ANN, INPUTS['no-answer'])).thenEmitsLike({ type: 'CallUnanswered' });
  });
});

describe('R22: skips', () => {
  const skip = (reason = 'no contact stated'): CardCommand => ({ type: 'SkipCard', data: { ...ofAnn, reason } });

  test('R22: a skip needs a reason, is counted and gives the card back', () => {
    heldByAnn.when(skip(' ')).thenRejects(ReasonMissing);
    heldByAnn.when(skip()).thenEmitsLike({ type: 'CardSkipped', data: { skips: 1, reason: 'no contact stated' } });
    after(claim(ANN), skip(), claim(ANN))
      .when(skip())
      .thenEmitsLike({ type: 'CardSkipped', data: { skips: 2 } });
    expect(cardAfter(claim(ANN), skip()).claim).toBeUndefined();
  });

  test('R22: a skipped card says so when it is served next', () => {
    after(claim(ANN), skip())
      .when(claim(BO))
      .thenEmitsLike({ type: 'CardClaimed', data: { because: 'skipped-before' } });
  });

  test('R22: only the holder skips, and not in the middle of a call', () => {
    after().when(skip()).thenRejects(ClaimHasEnded);
    after(claim(BO)).when(skip()).thenRejects(CardHeldByAnother, { holder: BO });
    after(claim(ANN), startCall(ANN)).when(skip()).thenRejects(CallIsRunning);
  });
});
