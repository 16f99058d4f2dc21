import type { CaseEvent } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import { afterWorkingMinutes } from '../shared/working-hours.js';
import type {
  AlarmCase,
  CaseCommand,
  PutBackCase,
  RaiseCase,
  ResolveCase,
  SettleCase,
  TakeCase,
} from './case.commands.js';
import { CaseIsDone, CaseTakenByAnother, CaseUnknown, CommentMissing, EffectDoesNotFit } from './case.errors.js';
import { evolve, UNRAISED, type Case, type NewCase, type RaisedCase, type TakenCase } from './case.js';
import { mayResolve } from './effects.js';

/** R7: one working hour. */
const ALARM_AFTER_MINUTES = 60;

function raise({ now: _, ...raised }: RaiseCase['data'], state: Case): CaseEvent[] {
  if (state.status !== 'unraised') return [];
  const alarmAt = raised.urgent && { alarmAt: afterWorkingMinutes(raised.raisedAt, ALARM_AFTER_MINUTES) };
  return [{ type: 'CaseRaised', data: { ...raised, ...alarmAt } }];
}

/** Two do not work on the same case. */
function openFor(by: string, state: RaisedCase): NewCase | TakenCase {
  if (state.status === 'done') throw new CaseIsDone(state.resolution.resolvedAt);
  if (state.status === 'taken' && state.ownerId !== by) throw new CaseTakenByAnother(state.ownerId, state.takenAt);
  return state;
}

const take = ({ takenBy, now }: TakeCase['data'], state: RaisedCase): CaseEvent[] =>
  openFor(takenBy, state).status === 'taken' ? [] : [{ type: 'CaseTaken', data: { takenBy, takenAt: now } }];

function putBack({ putBackBy, now }: PutBackCase['data'], state: RaisedCase): CaseEvent[] {
  if (state.status === 'done') throw new CaseIsDone(state.resolution.resolvedAt);
  if (state.status === 'new') return [];
  return [{ type: 'CasePutBack', data: { ownerId: state.ownerId, putBackBy, putBackAt: now } }];
}

/** R7: once, and not where somebody has taken it. */
function alarm({ now }: AlarmCase['data'], state: RaisedCase): CaseEvent[] {
  const { alarmAt } = state.raised;
  if (state.status !== 'new' || state.alarmedAt !== undefined || alarmAt === undefined || now < alarmAt) return [];
  return [{ type: 'CaseAlarmed', data: { alarmedAt: now } }];
}

function resolve({ now, ...resolution }: ResolveCase['data'], state: RaisedCase): CaseEvent[] {
  const { raised } = openFor(resolution.resolvedBy, state);
  if (!mayResolve(resolution.effect, raised)) throw new EffectDoesNotFit(resolution.effect, raised.kind);
  if (resolution.comment.trim() === '') throw new CommentMissing();
  return [{ type: 'CaseResolved', data: { ...resolution, resolvedAt: now } }];
}

/** Never one that is done: what an admin said of it holds. */
function settle({ now, evenTaken, ...settled }: SettleCase['data'], { status }: Case): CaseEvent[] {
  if (status !== 'new' && !(evenTaken && status === 'taken')) return [];
  return [{ type: 'CaseResolved', data: { effect: 'settled-elsewhere', comment: '', ...settled, resolvedAt: now } }];
}

function decide(command: CaseCommand, state: Case): CaseEvent[] {
  if (command.type === 'RaiseCase') return raise(command.data, state);
  if (command.type === 'SettleCase') return settle(command.data, state);
  if (state.status === 'unraised') throw new CaseUnknown();
  switch (command.type) {
    case 'TakeCase':
      return take(command.data, state);
    case 'PutBackCase':
      return putBack(command.data, state);
    case 'AlarmCase':
      return alarm(command.data, state);
    case 'ResolveCase':
      return resolve(command.data, state);
  }
}

export const caseDecider: Decider<Case, CaseCommand, CaseEvent> = { initial: UNRAISED, evolve, decide };
