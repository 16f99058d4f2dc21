import { describe, expect, test } from '@jest/globals';
import type { CompanyEvent } from '#events/contracts/index';
import { EvidenceMissing, ReasonMissing } from '../shared/stated.js';
import { given } from '../testing/given.js';
import type { CompanyCommand } from './company.commands.js';
import { companyDecider } from './company.decider.js';
import { CompanyBlockDecided, CompanyBlockUnknown } from './company.errors.js';
import { blocksOf, proposalsOf } from './company.js';

const NOON = '2026-11-23T12:00:00.000Z';
const ONE = '2026-11-23T13:00:00.000Z';

const registered: CompanyEvent = {
  type: 'CompanyRegistered',
  data: { companyNumber: '2120000142', checkDigitFails: false, registeredAt: NOON },
};
const companyOf = (workplaces: number): CompanyEvent[] => [
  registered,
  ...Array.from({ length: workplaces }, (_, index): CompanyEvent => {
    return { type: 'WorkplaceJoined', data: { cardId: `card${index}`, numberIds: [], joinedAt: NOON } };
  }),
];
const small = companyOf(3);
const large = companyOf(4);

const asked = { blockId: 'block1', cardId: 'card1' };
const propose = (reason = 'do not call again'): CompanyCommand => ({
  type: 'ProposeBlock',
  data: { ...asked, proposedBy: 'ann', reason, smallCompanyWorkplaces: 3, now: NOON },
});
const proposed: CompanyEvent = {
  type: 'CompanyBlockProposed',
  data: { ...asked, proposedBy: 'ann', proposedAt: NOON },
};
const theBlock = { ...asked, cause: 'by-hand', blockedBy: 'adam', reason: 'holds for all' } as const;
const block = (reason = theBlock.reason as string): CompanyCommand => ({
  type: 'BlockCompany',
  data: { ...theBlock, reason, now: NOON },
});
const blocked: CompanyEvent = { type: 'CompanyBlocked', data: { ...theBlock, blockedAt: NOON } };
const theDismissal = { blockId: 'block1', dismissedBy: 'adam', reason: 'one school only' };
const dismiss = (reason = theDismissal.reason): CompanyCommand => ({
  type: 'DismissBlock',
  data: { ...theDismissal, reason, now: ONE },
});
const dismissed: CompanyEvent = { type: 'CompanyBlockDismissed', data: { ...theDismissal, dismissedAt: ONE } };
const theLift = { blockId: 'block1', liftedBy: 'adam', reason: 'they asked for it', evidence: 'letter 12' };
const lift = (data: Partial<typeof theLift> = {}): CompanyCommand => ({
  type: 'LiftCompanyBlock',
  data: { ...theLift, ...data, now: ONE },
});
const lifted: CompanyEvent = { type: 'CompanyBlockLifted', data: { ...theLift, liftedAt: ONE } };

describe('the request of one workplace', () => {
  test('R6: blocks a small company at once', () => {
    given(companyDecider, ...small)
      .when(propose())
      .thenEmits({
        type: 'CompanyBlocked',
        data: { ...asked, cause: 'no-more-calls', blockedBy: 'ann', reason: 'do not call again', blockedAt: NOON },
      });
  });

  test('R6: waits for admin at a larger company', () => {
    given(companyDecider, ...large)
      .when(propose())
      .thenEmits(proposed);
    const { state } = given(companyDecider, ...large, proposed);
    expect(blocksOf(state)).toEqual([]);
    expect(proposalsOf(state)).toEqual([{ blockId: 'block1', status: 'proposed', since: NOON }]);
  });

  test('R6: is heard once, whatever became of it', () => {
    for (const history of [[proposed], [blocked], [proposed, dismissed], [blocked, lifted]]) {
      given(companyDecider, ...large, ...history)
        .when(propose())
        .thenNothing();
    }
  });
});

describe('the decision on a proposal', () => {
  test('R6: makes it a block for all workplaces', () => {
    given(companyDecider, ...large, proposed)
      .when(block())
      .thenEmits(blocked);
    const { state } = given(companyDecider, ...large, proposed, blocked);
    expect(proposalsOf(state)).toEqual([]);
    expect(blocksOf(state)).toMatchObject([{ blockId: 'block1' }]);
  });

  test('R6: dismisses it with a reason, once', () => {
    given(companyDecider, ...large, proposed)
      .when(dismiss())
      .thenEmits(dismissed);
    given(companyDecider, ...large, proposed)
      .when(dismiss(' '))
      .thenRejects(ReasonMissing);
    given(companyDecider, ...large, proposed, dismissed)
      .when(dismiss())
      .thenNothing();
    expect(proposalsOf(given(companyDecider, ...large, proposed, dismissed).state)).toEqual([]);
  });

  test('R6: can be changed from dismissed to blocked, not back', () => {
    given(companyDecider, ...large, proposed, dismissed)
      .when(block())
      .thenEmits(blocked);
    given(companyDecider, ...large, proposed, blocked)
      .when(dismiss())
      .thenRejects(CompanyBlockDecided);
    given(companyDecider, ...large)
      .when(dismiss())
      .thenRejects(CompanyBlockUnknown);
  });
});

describe('a block of a company', () => {
  test('R6: is recorded once, with its reason', () => {
    given(companyDecider, ...small)
      .when(block())
      .thenEmits(blocked);
    given(companyDecider, ...small, blocked)
      .when(block())
      .thenNothing();
    given(companyDecider, ...small)
      .when(block(''))
      .thenRejects(ReasonMissing);
  });

  test('R6: is lifted with reason and evidence only, once, and only where it is', () => {
    given(companyDecider, ...small, blocked)
      .when(lift())
      .thenEmits(lifted);
    given(companyDecider, ...small, blocked)
      .when(lift({ reason: '' }))
      .thenRejects(ReasonMissing);
    given(companyDecider, ...small, blocked)
      .when(lift({ evidence: '' }))
      .thenRejects(EvidenceMissing);
    given(companyDecider, ...small, blocked, lifted)
      .when(lift())
      .thenNothing();
    given(companyDecider, ...large, proposed)
      .when(lift())
      .thenRejects(CompanyBlockUnknown);
  });

  test('R6: is not brought back by a late repeat once it is lifted', () => {
    given(companyDecider, ...small, blocked, lifted)
      .when(block())
      .thenNothing();
  });

  test('R6: holds until the last of several is lifted', () => {
    const second: CompanyEvent = { type: 'CompanyBlocked', data: { ...theBlock, blockId: 'block2', blockedAt: ONE } };
    expect(blocksOf(given(companyDecider, ...small, blocked, second, lifted).state)).toMatchObject([
      { blockId: 'block2' },
    ]);
  });
});
