import { evolve, UNRAISED, type RaisedCase } from '#domain/case/case';
import type { CaseEvent } from '#events/contracts/index';
import { caseStream } from '#events/contracts/stream-names';
import { caseAges } from '../reports/case-ages.js';
import { defineProjection, type Fold } from '../store/define-projection.js';
import type { CaseRow } from './case-row.js';

const PREFIX_LENGTH = caseStream('').length;

/** The first to be looked at is the smallest. */
const RANK = { urgent: 0, other: 1 } as const;

type OpenFields = Pick<CaseRow, 'rank' | 'openStatus' | 'openKind' | 'ownerId' | 'doneAt' | 'alarmAt'>;

function openFieldsOf(state: RaisedCase): OpenFields {
  const { kind, urgent, alarmAt } = state.raised;
  if (state.status === 'done') return { doneAt: state.resolution.resolvedAt };
  const open = { rank: urgent ? RANK.urgent : RANK.other, openStatus: state.status, openKind: kind };
  if (state.status === 'taken') return { ...open, ownerId: state.ownerId };
  const isQuiet = alarmAt !== undefined && state.alarmedAt === undefined;
  return isQuiet ? { ...open, alarmAt } : open;
}

function rowOf(key: string, state: RaisedCase): CaseRow {
  const { kind, raisedAt, subject } = state.raised;
  const { cardId, orderId } = subject;
  return {
    key,
    state,
    status: state.status,
    kind,
    raisedAt,
    ...(cardId !== undefined && { cardId }),
    ...(orderId !== undefined && { orderId }),
    ...openFieldsOf(state),
  };
}

const fold: Fold<CaseRow, CaseEvent['type']> = (row, event, key) => {
  const state = evolve(row?.state ?? UNRAISED, event);
  return state.status === 'unraised' ? undefined : rowOf(key, state);
};

/** The admin inbox, folded with the domain's own fold. */
export const cases = defineProjection<CaseRow>({
  name: 'cases',
  version: 2, // raise it to rebuild beside the live one
  keysOf: ({ streamId }) => [streamId.slice(PREFIX_LENGTH)],
  indexes: [
    { name: 'open', fields: ['rank', 'raisedAt'] },
    { name: 'open-of-status', fields: ['openStatus', 'rank', 'raisedAt'] },
    { name: 'open-of-kind', fields: ['openKind', 'rank', 'raisedAt'] },
    { name: 'open-of-owner', fields: ['ownerId', 'rank', 'raisedAt'] },
    { name: 'done', fields: ['doneAt'], descending: true },
    { name: 'of-card', fields: ['cardId', 'raisedAt'], descending: true },
    { name: 'of-order', fields: ['orderId', 'raisedAt'], descending: true },
    { name: 'untouched', fields: ['alarmAt'] },
  ],
  derived: [caseAges],
  counts: [['kind', 'status']],
  on: { CaseRaised: fold, CaseTaken: fold, CasePutBack: fold, CaseAlarmed: fold, CaseResolved: fold },
});
