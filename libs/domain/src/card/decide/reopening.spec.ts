import { describe, expect, test } from '@jest/globals';
import type { Role } from '#events/contracts/index';
import { ReasonMissing } from '../../shared/stated.js';
import type { CardCommand } from '../card.commands.js';
import {
  CardIsClosedForGood,
  CardIsFrozen,
  CardIsOrdered,
  CardNeedsCare,
  ReopeningNeedsAdmin,
} from '../card.errors.js';
import { statusOf } from '../status.js';
import { after } from '../testing/after.js';
import {
  ADMIN,
  allNumbersDead,
  ANN,
  BO,
  called,
  cardAfter,
  claim,
  enterOtherRound,
  INPUTS,
  MONDAY,
  OTHER_ROUND,
  ROUND,
  withoutCall,
} from '../testing/card-story.js';

type Cause = Extract<CardCommand, { type: 'ReopenCard' }>['data']['cause'];
const reopen = (
  cause: Cause,
  reason = 'they rang us',
  actorRole: Role = cause === 'admin' ? 'admin' : 'caller',
): CardCommand => ({
  type: 'ReopenCard',
  data: { roundId: ROUND, cause, reopenedBy: BO, actorRole, reason, now: MONDAY },
});

describe('reopening', () => {
  test.each<[Cause, 'declined' | 'head-office-referral' | 'deferred']>([
    ['customer-initiated', 'declined'],
    ['customer-initiated', 'head-office-referral'],
    ['customer-initiated', 'deferred'],
    ['mail', 'deferred'],
    ['mail', 'declined'],
    ['admin', 'declined'],
  ])('%s opens what was closed as %s', (cause, code) => {
    const closed = called(ANN, INPUTS[code]);
    after(...closed)
      .when(reopen(cause))
      .thenEmits({
        type: 'CardReopened',
        data: { roundId: ROUND, cause, reopenedBy: BO, reason: 'they rang us', reopenedAt: MONDAY },
      });
    expect(statusOf(cardAfter(...closed, reopen(cause)), ROUND, MONDAY).status).toBe('available');
    after(...closed, reopen(cause))
      .when(reopen(cause))
      .thenNothing();
  });

  test.each<Cause>(['customer-initiated', 'mail'])(
    '%s opens neither what needs care, is closed for good or ordered',
    (cause) => {
      after(...called(ANN, INPUTS['unauthorised-contact']))
        .when(reopen(cause))
        .thenRejects(CardNeedsCare);
      after(...called(ANN, INPUTS['private-person']))
        .when(reopen(cause))
        .thenRejects(CardIsClosedForGood);
      after(...called(ANN, INPUTS.order))
        .when(reopen(cause))
        .thenRejects(CardIsOrdered);
    },
  );

  test.each(['unauthorised-contact', 'recently-called', 'private-person', 'ceased', 'order'] as const)(
    'admin opens what was closed as %s',
    (code) => {
      const closed = called(ANN, INPUTS[code]);
      expect(statusOf(cardAfter(...closed, reopen('admin')), ROUND, MONDAY).status).toBe('available');
    },
  );

  test.each<Role>(['caller', 'lead', 'auditor', 'service'])('a %s does not open a card as admin', (role) => {
    for (const code of ['declined', 'ceased'] as const)
      after(...called(ANN, INPUTS[code]))
        .when(reopen('admin', 'asked', role))
        .thenRejects(ReopeningNeedsAdmin);
  });

  test('an open card is open already', () => {
    after().when(reopen('mail')).thenNothing();
    after(claim(ANN)).when(reopen('mail')).thenNothing();
    after(...called(ANN, INPUTS['priority-callback']))
      .when(reopen('mail'))
      .thenNothing();
  });

  test('it has a reason', () => {
    after(...called(ANN, INPUTS.declined))
      .when(reopen('mail', ' '))
      .thenRejects(ReasonMissing);
  });

  test('R6: a frozen card waits for admin', () => {
    const freeze: CardCommand = { type: 'FreezeCard', data: { blockId: 'b1', now: MONDAY } };
    after(freeze).when(reopen('mail')).thenRejects(CardIsFrozen);
    after(freeze).when(reopen('admin')).thenRejects(CardIsFrozen);
    after(...called(ANN, INPUTS.declined), freeze)
      .when(reopen('mail'))
      .thenRejects(CardIsFrozen);
  });

  test('R8: a yes by mail shows the card in its other rounds again', () => {
    const deferred = [enterOtherRound, ...called(ANN, INPUTS.deferred)];
    expect(statusOf(cardAfter(...deferred), OTHER_ROUND, MONDAY).status).toBe('hidden-until');
    expect(statusOf(cardAfter(...deferred, reopen('mail')), OTHER_ROUND, MONDAY).status).toBe('available');
  });

  test('a card without a live number is not opened', () => {
    const facts = { reason: 'no-live-number' } as const;
    after(...allNumbersDead())
      .when(reopen('admin'))
      .thenRejects(CardNeedsCare, facts);
    const refused = [...allNumbersDead(), withoutCall(ADMIN, INPUTS.declined)];
    after(...refused)
      .when(reopen('mail'))
      .thenRejects(CardNeedsCare, facts);
  });
});
