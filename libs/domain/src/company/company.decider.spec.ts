import { describe, expect, test } from '@jest/globals';
import type { CompanyContacted, CompanyRegistered, WorkplaceJoined } from '#events/contracts/index';
import { EvidenceMissing, ReasonMissing } from '../shared/stated.js';
import { given } from '../testing/given.js';
import type { CompanyCommand } from './company.commands.js';
import { companyDecider } from './company.decider.js';
import { CompanyUnknown } from './company.errors.js';
import { companyRestingUntil, isSmall } from './company.js';

const NOON = '2026-11-23T12:00:00.000Z';
const NEXT_NOON = '2026-11-24T12:00:00.000Z';
const LATER = '2026-11-25T12:00:00.000Z';

const facts = { companyNumber: '5560360793', legalName: 'Skolan AB', checkDigitFails: false };
const registered: CompanyRegistered = { type: 'CompanyRegistered', data: { ...facts, registeredAt: NOON } };
const joined = (cardId: string, ...numberIds: string[]): WorkplaceJoined => ({
  type: 'WorkplaceJoined',
  data: { cardId, numberIds, joinedAt: NOON },
});
const three = [registered, joined('card1', 'n1'), joined('card2', 'n2'), joined('card3', 'n1')];
const four = [...three, joined('card4', 'n4')];
const contact = { callId: 'call1', cardId: 'card1', restUntil: NEXT_NOON };
const contacted = (data: Partial<CompanyContacted['data']> = {}): CompanyContacted => ({
  type: 'CompanyContacted',
  data: { ...contact, contactedAt: NOON, ...data },
});
const record = (restUntil = NEXT_NOON): CompanyCommand => ({
  type: 'RecordContact',
  data: { ...contact, restUntil, smallCompanyWorkplaces: 3, now: NOON },
});
const ceased = { type: 'CompanyCeased', data: { confirmedBy: 'adam', evidence: 'register', ceasedAt: NOON } } as const;

describe('a company', () => {
  test('is registered once', () => {
    const register: CompanyCommand = { type: 'RegisterCompany', data: { ...facts, now: NOON } };
    given(companyDecider).when(register).thenEmits(registered);
    given(companyDecider, registered).when(register).thenNothing();
  });

  test('is registered before anything else', () => {
    given(companyDecider)
      .when({ type: 'KnowNumber', data: { cardId: 'card1', numberId: 'n1', now: NOON } })
      .thenRejects(CompanyUnknown);
  });

  test('knows its workplaces and every number of theirs once', () => {
    const { state } = given(companyDecider, ...four);
    expect(state).toMatchObject({ workplaces: ['card1', 'card2', 'card3', 'card4'], numberIds: ['n1', 'n2', 'n4'] });
  });

  test('is joined by a workplace once; a repeat brings its new numbers only', () => {
    const join = (...numberIds: string[]): CompanyCommand => ({
      type: 'JoinWorkplace',
      data: { cardId: 'card1', numberIds, now: NOON },
    });
    given(companyDecider, registered).when(join('n1')).thenEmits(joined('card1', 'n1'));
    given(companyDecider, registered, joined('card1', 'n1')).when(join('n1')).thenNothing();
    given(companyDecider, registered, joined('card1', 'n1'))
      .when(join('n1', 'n7', 'n7'))
      .thenEmits({ type: 'CompanyNumberKnown', data: { cardId: 'card1', numberId: 'n7', knownAt: NOON } });
  });

  test('R6: knows a number that a caller found, so that a block reaches it', () => {
    const known = { type: 'CompanyNumberKnown', data: { cardId: 'card1', numberId: 'n9', knownAt: NOON } } as const;
    const know: CompanyCommand = { type: 'KnowNumber', data: { cardId: 'card1', numberId: 'n9', now: NOON } };
    given(companyDecider, ...three)
      .when(know)
      .thenEmits(known);
    given(companyDecider, ...three, known)
      .when(know)
      .thenNothing();
    expect(given(companyDecider, ...three, known).state.numberIds).toContain('n9');
  });

  test('R6, R9: is small up to the number of workplaces of the settings', () => {
    const settings = { smallCompanyWorkplaces: 3 };
    expect(isSmall(given(companyDecider, ...three).state, settings)).toBe(true);
    expect(isSmall(given(companyDecider, ...four).state, settings)).toBe(false);
  });

  test('has ceased once admin confirms it with evidence', () => {
    const confirm = (evidence: string): CompanyCommand => ({
      type: 'ConfirmCeased',
      data: { confirmedBy: 'adam', evidence, now: NOON },
    });
    given(companyDecider, registered).when(confirm('register')).thenEmits(ceased);
    given(companyDecider, registered, ceased).when(confirm('register')).thenNothing();
    given(companyDecider, registered).when(confirm('')).thenRejects(EvidenceMissing);
    expect(given(companyDecider, registered, ceased).state.ceasedAt).toBe(NOON);
  });

  test('lives again once admin withdraws that with reason and evidence', () => {
    const stated = { withdrawnBy: 'adam', reason: 'another company', evidence: 'register' };
    const withdraw = (changes: object = {}): CompanyCommand => ({
      type: 'WithdrawCeasing',
      data: { ...stated, ...changes, now: NOON },
    });
    const withdrawn = { type: 'CeasingWithdrawn', data: { ...stated, withdrawnAt: NOON } } as const;
    given(companyDecider, registered, ceased).when(withdraw()).thenEmits(withdrawn);
    given(companyDecider, registered).when(withdraw()).thenNothing();
    given(companyDecider, registered, ceased, withdrawn).when(withdraw()).thenNothing();
    given(companyDecider, registered, ceased)
      .when(withdraw({ reason: ' ' }))
      .thenRejects(ReasonMissing);
    given(companyDecider, registered, ceased)
      .when(withdraw({ evidence: '' }))
      .thenRejects(EvidenceMissing);
    expect(given(companyDecider, registered, ceased, withdrawn).state.ceasedAt).toBeUndefined();
  });
});

describe('the rest of a company', () => {
  test('R9: follows a contact at a small company, once', () => {
    given(companyDecider, ...three)
      .when(record())
      .thenEmits(contacted());
    given(companyDecider, ...three, contacted())
      .when(record())
      .thenNothing();
  });

  test('R9: does not follow a contact at a larger company', () => {
    given(companyDecider, ...four)
      .when(record())
      .thenNothing();
  });

  test('R21: is corrected, also after the company has grown', () => {
    const taken = contacted({ restUntil: NOON });
    given(companyDecider, ...three, contacted(), joined('card4'))
      .when(record(NOON))
      .thenEmits(taken);
    expect(companyRestingUntil(given(companyDecider, ...three, contacted(), taken).state, NOON)).toBeUndefined();
  });

  test('R9: lasts as long as the longest of several', () => {
    const { state } = given(companyDecider, ...three, contacted({ callId: 'call2', restUntil: LATER }), contacted());
    expect(companyRestingUntil(state, NOON)).toBe(LATER);
    expect(companyRestingUntil(state, LATER)).toBeUndefined();
  });
});
