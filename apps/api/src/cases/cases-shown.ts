import { mayResolve } from '#domain/case/effects';
import { CASE_EFFECTS } from '#domain/case/kinds';
import type { RaisedCase } from '#domain/case/case';
import { minutesBetween } from '#domain/shared/instant';
import type { Instant } from '#events/contracts/index';
import { cards } from '#read-models/card/card.projection';
import type { ReadStore } from '#read-models/store/read-store';
import type { Names } from '../shared/history.js';
import { accountNames } from '../shared/names.js';
import type { CaseDto } from './case.dto.js';

export interface CaseNames {
  readonly accounts: Names;
  readonly workplaces: Names;
}

const peopleOf = (state: RaisedCase): readonly string[] => [
  state.raised.raisedBy,
  ...(state.status === 'taken' ? [state.ownerId] : []),
  ...(state.status === 'done' ? [state.resolution.resolvedBy] : []),
];

/** What people and workplaces are called, for a page of cases. */
export async function namesIn(views: ReadStore, states: readonly RaisedCase[]): Promise<CaseNames> {
  const cardIds = [...new Set(states.flatMap(({ raised }) => raised.subject.cardId ?? []))];
  const [accounts, rows] = await Promise.all([
    accountNames(views, states.flatMap(peopleOf)),
    views.getMany(cards, cardIds),
  ]);
  const named = rows.flatMap(({ key, state }) => (state.workplace ? [[key, state.workplace.name] as const] : []));
  return { accounts, workplaces: new Map(named) };
}

export function caseShown(caseId: string, state: RaisedCase, names: CaseNames, now: Instant): CaseDto {
  const { raised, alarmedAt } = state;
  const { subject, sourceEventId: _, ...facts } = raised;
  const { noteId: __, ...links } = subject;
  const until = state.status === 'done' ? state.resolution.resolvedAt : now;
  const raisedByName = names.accounts.get(raised.raisedBy);
  const workplaceName = names.workplaces.get(subject.cardId ?? '');
  return {
    caseId,
    status: state.status,
    ...facts,
    ...links,
    ageMinutes: Math.floor(minutesBetween(raised.raisedAt, until)),
    ...(raisedByName !== undefined && { raisedByName }),
    ...(workplaceName !== undefined && { workplaceName }),
    ...(alarmedAt !== undefined && { alarmedAt }),
    ...handledBy(state, names.accounts),
    effects: state.status === 'done' ? [] : CASE_EFFECTS.filter((effect) => mayResolve(effect, raised)),
  };
}

function handledBy(state: RaisedCase, names: Names): Partial<CaseDto> {
  switch (state.status) {
    case 'new':
      return {};
    case 'taken': {
      const ownerName = names.get(state.ownerId);
      return { ownerId: state.ownerId, takenAt: state.takenAt, ...(ownerName !== undefined && { ownerName }) };
    }
    case 'done': {
      const resolvedByName = names.get(state.resolution.resolvedBy);
      return { resolution: { ...state.resolution, ...(resolvedByName !== undefined && { resolvedByName }) } };
    }
  }
}
