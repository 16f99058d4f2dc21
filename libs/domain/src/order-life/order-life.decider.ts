import type { OrderEvent, OrderForm, Role } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import { mustStateReason } from '../shared/stated.js';
import { recordInvoicing } from './invoicing/decide-invoicing.js';
import { decideMail } from './mail/decide-mail.js';
import { evolve, isCompanyInDoubt, UNREGISTERED, type Order, type StandingOrder } from './order.js';
import type {
  AcceptCompanyNumber,
  CancelOrder,
  ChangeOrder,
  OrderCommand,
  RecordCompanyCheck,
  RegisterOrder,
  WithdrawCorrectedOrder,
} from './order-life.commands.js';
import {
  CompanyNumberNotInDoubt,
  OrderIsCancelled,
  OrderOfAnotherCaller,
  OrderUnknown,
  RegretWindowIsOver,
} from './order-life.errors.js';

/** The decision was the card's; this begins the order's own life, once. */
const register = ({ now: _, ...registration }: RegisterOrder['data'], order: Order): OrderEvent[] =>
  order.status === 'unregistered' ? [{ type: 'OrderRegistered', data: registration }] : [];

interface By {
  readonly actor: string;
  readonly actorRole: Role;
  readonly now: string;
}

/** A caller works on their own orders only. */
function mustBeTheirs({ actor, actorRole }: Omit<By, 'now'>, { origin }: StandingOrder): void {
  if (actorRole === 'caller' && origin.callerId !== actor) throw new OrderOfAnotherCaller(origin.callerId);
}

/** Settled: the caller who took it inside the regret window, then admin. */
function mustBeAllowed(by: By, order: StandingOrder): void {
  if (by.actorRole === 'admin') return;
  mustBeTheirs(by, order);
  const { regretUntil } = order.origin;
  if (by.now >= regretUntil) throw new RegretWindowIsOver(regretUntil);
}

function change({ now, actorRole, ...changed }: ChangeOrder['data'], order: StandingOrder): OrderEvent[] {
  const { changedBy, reason } = changed;
  if (order.cancellation) throw new OrderIsCancelled(order.cancellation.cancelledAt);
  mustBeAllowed({ actor: changedBy, actorRole, now }, order);
  if (isSame(changed.order, order.form)) return [];
  mustStateReason(reason);
  return [{ type: 'OrderChanged', data: { ...changed, changedAt: now } }];
}

/** Both come from the same reading of a form, so their fields stand in the same order. */
const isSame = (one: OrderForm, other: OrderForm): boolean => JSON.stringify(one) === JSON.stringify(other);

function cancel({ now, actorRole, cancelledBy, reason }: CancelOrder['data'], order: StandingOrder): OrderEvent[] {
  mustBeTheirs({ actor: cancelledBy, actorRole }, order);
  if (order.cancellation) return [];
  mustBeAllowed({ actor: cancelledBy, actorRole, now }, order);
  mustStateReason(reason);
  const cause = now < order.origin.regretUntil ? 'regret' : 'admin';
  return [{ type: 'OrderCancelled', data: { cause, cancelledBy, reason, cancelledAt: now } }];
}

/** R21 */
function withdrawCorrected({ now, ...by }: WithdrawCorrectedOrder['data'], order: StandingOrder): OrderEvent[] {
  if (order.cancellation) return [];
  return [{ type: 'OrderCancelled', data: { cause: 'outcome-corrected', ...by, cancelledAt: now } }];
}

/** R18: an answer about a name or number that has been changed since says nothing. */
function recordCheck({ now, companyNumber, legalName, ...check }: RecordCompanyCheck['data'], order: StandingOrder) {
  const isStale = companyNumber !== order.form.companyNumber || legalName !== order.form.legalName;
  const { companyCheck: known } = order;
  const isKnown = known?.result === check.result && known.registeredName === check.registeredName;
  if (order.cancellation || isStale || isKnown) return [];
  return [{ type: 'CompanyNumberChecked' as const, data: { ...check, checkedAt: now } }];
}

function acceptNumber({ now, ...word }: AcceptCompanyNumber['data'], order: StandingOrder): OrderEvent[] {
  if (order.companyAccepted) return [];
  if (!isCompanyInDoubt(order)) throw new CompanyNumberNotInDoubt();
  mustStateReason(word.reason);
  return [{ type: 'CompanyNumberAccepted', data: { ...word, acceptedAt: now } }];
}

function decide(command: OrderCommand, order: Order): readonly OrderEvent[] {
  if (command.type === 'RegisterOrder') return register(command.data, order);
  if (order.status === 'unregistered') throw new OrderUnknown();
  switch (command.type) {
    case 'ChangeOrder':
      return change(command.data, order);
    case 'CancelOrder':
      return cancel(command.data, order);
    case 'WithdrawCorrectedOrder':
      return withdrawCorrected(command.data, order);
    case 'RecordCompanyCheck':
      return recordCheck(command.data, order);
    case 'AcceptCompanyNumber':
      return acceptNumber(command.data, order);
    case 'StartMail':
    case 'RecordMailSent':
    case 'RecordMailRefused':
    case 'RecordMailOutcomeUnknown':
    case 'RecordMailBounced':
    case 'AskMailAgain':
      return decideMail(command, order);
    case 'RecordInvoicing':
      return recordInvoicing(command.data, order);
  }
}

export const orderDecider: Decider<Order, OrderCommand, OrderEvent> = { initial: UNREGISTERED, evolve, decide };
