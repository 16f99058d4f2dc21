import type { CaseEvent, CaseRaised, CaseResolved, Instant } from '#events/contracts/index';

interface Raised {
  readonly raised: CaseRaised['data'];
  /** R7: it has alarmed. */
  readonly alarmedAt?: Instant;
}

export interface NewCase extends Raised {
  readonly status: 'new';
}
export interface TakenCase extends Raised {
  readonly status: 'taken';
  readonly ownerId: string;
  readonly takenAt: Instant;
}
export interface DoneCase extends Raised {
  readonly status: 'done';
  readonly resolution: CaseResolved['data'];
}

/** R16: new, taken or done. */
export type RaisedCase = NewCase | TakenCase | DoneCase;
export type Case = { readonly status: 'unraised' } | RaisedCase;

export const UNRAISED: Case = { status: 'unraised' };

export function evolve(state: Case, event: CaseEvent): Case {
  if (event.type === 'CaseRaised') return { status: 'new', raised: event.data };
  // The stream begins with the raising: nothing else can stand before it.
  return state.status === 'unraised' ? state : changed(state, event);
}

function changed(state: RaisedCase, { type, data }: Exclude<CaseEvent, CaseRaised>): RaisedCase {
  const { raised, alarmedAt } = state;
  const kept = { raised, ...(alarmedAt !== undefined && { alarmedAt }) };
  switch (type) {
    case 'CaseTaken':
      return { ...kept, status: 'taken', ownerId: data.takenBy, takenAt: data.takenAt };
    case 'CasePutBack':
      return { ...kept, status: 'new' };
    case 'CaseAlarmed':
      return { ...state, alarmedAt: data.alarmedAt };
    case 'CaseResolved':
      return { ...kept, status: 'done', resolution: data };
  }
}
