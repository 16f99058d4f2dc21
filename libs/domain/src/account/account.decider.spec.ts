import { describe, expect, test } from '@jest/globals';
import type { AccountEvent, Role } from '#events/contracts/index';
import { ReasonMissing } from '../shared/stated.js';
import { given } from '../testing/given.js';
import type { AccountCommand, Deactivate } from './account.commands.js';
import { accountDecider } from './account.decider.js';
import {
  AccountExists,
  AccountIsInactive,
  AccountUnknown,
  ReceiverIsLeaving,
  ReceiverMissing,
} from './account.errors.js';

const NOON = '2026-11-23T12:00:00.000Z';
const ONE = '2026-11-23T13:00:00.000Z';

const user = (role: Role) => ({ username: 'ann', displayName: 'Ann', role, openedBy: 'adam' });
const open: AccountCommand = { type: 'OpenAccount', data: { ...user('caller'), now: NOON } };
const opened = (role: Role = 'caller'): AccountEvent => ({
  type: 'AccountOpened',
  data: { ...user(role), openedAt: NOON },
});
const thePassword = { passwordHash: '$argon2id$1', oneTime: true, setBy: 'adam' };
const setPassword: AccountCommand = { type: 'SetPassword', data: { ...thePassword, now: NOON } };
const passwordSet: AccountEvent = { type: 'PasswordSet', data: { ...thePassword, setAt: NOON } };
const theLeaving = { receiverId: 'bo', deactivatedBy: 'lena', reason: 'has left' };
const deactivate = (data: Partial<Deactivate['data']> = {}): AccountCommand => ({
  type: 'Deactivate',
  data: { ...theLeaving, accountId: 'ann', now: ONE, ...data },
});
const deactivated: AccountEvent = { type: 'AccountDeactivated', data: { ...theLeaving, deactivatedAt: ONE } };
const reactivate: AccountCommand = { type: 'Reactivate', data: { reactivatedBy: 'adam', now: ONE } };
const reactivated: AccountEvent = {
  type: 'AccountReactivated',
  data: { reactivatedBy: 'adam', reactivatedAt: ONE },
};
const changeRole = (role: Role): AccountCommand => ({
  type: 'ChangeRole',
  data: { role, changedBy: 'adam', now: ONE },
});
const noReceiver = { accountId: 'ann', deactivatedBy: 'lena', reason: 'has left', now: ONE };

describe('an account', () => {
  test('is opened once, before anything else', () => {
    given(accountDecider).when(open).thenEmits(opened());
    given(accountDecider, opened()).when(open).thenRejects(AccountExists);
    given(accountDecider).when(reactivate).thenRejects(AccountUnknown);
  });

  test('gets a password, a one-time one to be changed', () => {
    given(accountDecider, opened()).when(setPassword).thenEmits(passwordSet);
    given(accountDecider, opened(), passwordSet).when(setPassword).thenNothing();
    expect(given(accountDecider, opened()).state).not.toHaveProperty('passwordHash');
    expect(given(accountDecider, opened(), passwordSet).state).toMatchObject({
      passwordHash: '$argon2id$1',
      mustChangePassword: true,
    });
  });

  test('changes its role', () => {
    given(accountDecider, opened())
      .when(changeRole('lead'))
      .thenEmits({ type: 'RoleChanged', data: { role: 'lead', changedBy: 'adam', changedAt: ONE } });
    given(accountDecider, opened()).when(changeRole('caller')).thenNothing();
  });

  test('R24: of a caller is deactivated when somebody receives the locks and callbacks', () => {
    given(accountDecider, opened()).when(deactivate()).thenEmits(deactivated);
    given(accountDecider, opened()).when({ type: 'Deactivate', data: noReceiver }).thenRejects(ReceiverMissing);
    given(accountDecider, opened())
      .when(deactivate({ receiverId: 'ann' }))
      .thenRejects(ReceiverIsLeaving);
  });

  test('R24: of an auditor needs no receiver', () => {
    given(accountDecider, opened('auditor'))
      .when({ type: 'Deactivate', data: noReceiver })
      .thenEmitsLike({ type: 'AccountDeactivated' });
  });

  test('is deactivated once, with a reason', () => {
    given(accountDecider, opened(), deactivated).when(deactivate()).thenNothing();
    given(accountDecider, opened())
      .when(deactivate({ reason: ' ' }))
      .thenRejects(ReasonMissing);
  });

  test('changes nothing else while it is inactive', () => {
    given(accountDecider, opened(), deactivated).when(setPassword).thenRejects(AccountIsInactive);
    given(accountDecider, opened(), deactivated).when(changeRole('lead')).thenRejects(AccountIsInactive);
  });

  test('is reactivated, and then changes again', () => {
    given(accountDecider, opened(), deactivated).when(reactivate).thenEmits(reactivated);
    given(accountDecider, opened()).when(reactivate).thenNothing();
    given(accountDecider, opened(), deactivated, reactivated).when(setPassword).thenEmits(passwordSet);
  });
});
