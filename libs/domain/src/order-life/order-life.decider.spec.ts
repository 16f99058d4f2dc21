import { describe, expect, test } from '@jest/globals';
import type { CompanyNumberChecked, Role } from '#events/contracts/index';
import { ReasonMissing } from '../shared/stated.js';
import { given } from '../testing/given.js';
import { isCompanyInDoubt } from './order.js';
import type { OrderCommand } from './order-life.commands.js';
import { orderDecider } from './order-life.decider.js';
import {
  CompanyNumberNotInDoubt,
  OrderIsCancelled,
  OrderOfAnotherCaller,
  OrderUnknown,
  RegretWindowIsOver,
} from './order-life.errors.js';
import { aForm, ADA, AFTER, agreed, ANN, cancelled, INSIDE, registered, TAKEN } from './testing/order-story.js';

const REGISTERED = registered();
const change = (by: string, actorRole: Role, now: string, form = {}): OrderCommand => ({
  type: 'ChangeOrder',
  data: { ...agreed({ note: 'ring first', ...form }), changedBy: by, actorRole, reason: 'rang back', now },
});
const cancel = (by: string, actorRole: Role, now: string, reason = 'regretted'): OrderCommand => ({
  type: 'CancelOrder',
  data: { cancelledBy: by, actorRole, reason, now },
});
const check = (result: CompanyNumberChecked['data']['result'], seen = aForm()): OrderCommand => {
  const { companyNumber, legalName } = seen;
  return { type: 'RecordCompanyCheck', data: { result, registry: 'csv', companyNumber, legalName, now: AFTER } };
};
const checked = (result: CompanyNumberChecked['data']['result']): CompanyNumberChecked => ({
  type: 'CompanyNumberChecked',
  data: { result, registry: 'csv', checkedAt: AFTER },
});
const accept = (reason = 'new name'): OrderCommand => ({
  type: 'AcceptCompanyNumber',
  data: { acceptedBy: ADA, reason, now: AFTER },
});
const orderAfter = (...events: Parameters<typeof given>[1][]) => {
  const { state } = given(orderDecider, REGISTERED, ...(events as never[]));
  if (state.status === 'unregistered') throw new Error('registered before');
  return state;
};

describe('an order', () => {
  test('is registered once, and before anything else', () => {
    if (REGISTERED.type !== 'OrderRegistered') throw new Error('the story begins with it');
    const register: OrderCommand = { type: 'RegisterOrder', data: { ...REGISTERED.data, now: TAKEN } };
    given(orderDecider).when(register).thenEmits(REGISTERED);
    given(orderDecider, REGISTERED).when(register).thenNothing();
    given(orderDecider)
      .when(cancel(ANN, 'caller', INSIDE))
      .thenRejects(OrderUnknown);
  });

  test('is changed by its caller inside the regret window, then by an admin', () => {
    const order = given(orderDecider, REGISTERED);
    order.when(change(ANN, 'caller', INSIDE)).thenEmitsLike({
      type: 'OrderChanged',
      data: { order: aForm({ note: 'ring first' }), changedBy: ANN, reason: 'rang back', changedAt: INSIDE },
    });
    order.when(change('bo', 'caller', INSIDE)).thenRejects(OrderOfAnotherCaller, { callerId: ANN });
    given(orderDecider, registered(), cancelled)
      .when(cancel('bo', 'caller', INSIDE))
      .thenRejects(OrderOfAnotherCaller, { callerId: ANN });
    order.when(change('lena', 'lead', INSIDE)).thenEmitsLike({ type: 'OrderChanged' });
    order.when(change(ANN, 'caller', AFTER)).thenRejects(RegretWindowIsOver);
    order.when(change('lena', 'lead', AFTER)).thenRejects(RegretWindowIsOver);
    order.when(change(ADA, 'admin', AFTER)).thenEmitsLike({ type: 'OrderChanged' });
  });

  test('is not changed by the same form, nor without a reason', () => {
    const order = given(orderDecider, REGISTERED);
    order.when(change(ANN, 'caller', INSIDE, { note: undefined })).thenNothing();
    const { data } = change(ANN, 'caller', INSIDE) as Extract<OrderCommand, { type: 'ChangeOrder' }>;
    order.when({ type: 'ChangeOrder', data: { ...data, reason: ' ' } }).thenRejects(ReasonMissing);
  });

  test('is cancelled once, by those who may change it', () => {
    const order = given(orderDecider, REGISTERED);
    order.when(cancel(ANN, 'caller', INSIDE)).thenEmits(cancelled);
    order.when(cancel(ADA, 'admin', AFTER)).thenEmitsLike({ type: 'OrderCancelled', data: { cause: 'admin' } });
    order.when(cancel(ANN, 'caller', AFTER)).thenRejects(RegretWindowIsOver);
    order.when(cancel(ANN, 'caller', INSIDE, '')).thenRejects(ReasonMissing);
    given(orderDecider, REGISTERED, cancelled)
      .when(cancel(ADA, 'admin', AFTER))
      .thenNothing();
    given(orderDecider, REGISTERED, cancelled)
      .when(change(ADA, 'admin', AFTER))
      .thenRejects(OrderIsCancelled);
  });

  test('R21: is withdrawn with the outcome that took it, whatever the hour', () => {
    const withdraw: OrderCommand = {
      type: 'WithdrawCorrectedOrder',
      data: { cancelledBy: 'lena', reason: 'outcome-corrected', now: AFTER },
    };
    given(orderDecider, REGISTERED)
      .when(withdraw)
      .thenEmitsLike({ type: 'OrderCancelled', data: { cause: 'outcome-corrected' } });
    given(orderDecider, REGISTERED, cancelled).when(withdraw).thenNothing();
  });
});

describe('the company number of an order', () => {
  test('R18: a mismatch holds the invoice, not the order', () => {
    given(orderDecider, REGISTERED).when(check('mismatch')).thenEmits(checked('mismatch'));
    expect(orderAfter(checked('mismatch'))).toMatchObject({ status: 'standing' });
    expect(isCompanyInDoubt(orderAfter(checked('mismatch')))).toBe(true);
    expect(isCompanyInDoubt(orderAfter(checked('match')))).toBe(false);
    expect(isCompanyInDoubt(orderAfter())).toBe(false);
  });

  test('R18: what a register says of another name or number than the present one is not kept', () => {
    const order = given(orderDecider, REGISTERED);
    order.when(check('mismatch', aForm({ legalName: 'Another AB' }))).thenNothing();
    given(orderDecider, REGISTERED, checked('match')).when(check('match')).thenNothing();
    given(orderDecider, REGISTERED, cancelled).when(check('mismatch')).thenNothing();
  });

  test('R18: an admin accepts it with a reason, as long as it is in doubt', () => {
    const doubted = given(orderDecider, REGISTERED, checked('mismatch'));
    doubted.when(accept()).thenEmitsLike({ type: 'CompanyNumberAccepted', data: { acceptedBy: ADA } });
    doubted.when(accept('')).thenRejects(ReasonMissing);
    given(orderDecider, REGISTERED).when(accept()).thenRejects(CompanyNumberNotInDoubt);
    const accepted = orderAfter(checked('mismatch'), {
      type: 'CompanyNumberAccepted',
      data: { acceptedBy: ADA, reason: 'new name', acceptedAt: AFTER },
    });
    expect(isCompanyInDoubt(accepted)).toBe(false);
  });

  test('R18: is checked anew when it, or the name, has changed', () => {
    const changedTo = (form: object) =>
      orderAfter(checked('mismatch'), {
        type: 'OrderChanged',
        data: { ...agreed(form), changedBy: ADA, reason: 'mistyped', changedAt: AFTER },
      });
    expect(changedTo({ companyNumber: '5560360793', legalName: 'New AB' }).companyCheck).toBeUndefined();
    expect(changedTo({ note: 'ring first' }).companyCheck).toMatchObject({ result: 'mismatch' });
  });
});
