import { expect } from '@jest/globals';
import type { DomainEvent } from '#events/contracts/index';
import { foldOf, type Decider } from '../shared/decider.js';
import type { DomainError } from '../shared/domain-error.js';

type RefusalClass<E extends DomainError> = abstract new (...args: never[]) => E;

/** An event of which a test names only the fields that it is about. */
type Like<E extends DomainEvent> = E extends DomainEvent
  ? { readonly type: E['type']; readonly data?: Partial<E['data']> }
  : never;

export interface Then<E extends DomainEvent> {
  /** Exactly these events. */
  thenEmits(...events: readonly E[]): void;
  /** Exactly as many events, of these types, with these fields among others. */
  thenEmitsLike(...events: readonly Like<E>[]): void;
  /** Already so: no event, no refusal. */
  thenNothing(): void;
  thenRejects<R extends DomainError>(refusal: RefusalClass<R>, facts?: Partial<Omit<R, keyof DomainError>>): void;
}

export interface Given<State, Command, E extends DomainEvent> {
  readonly state: State;
  when(command: Command): Then<E>;
}

/** `given(decider, ...events).when(command).thenEmits(...)`: what has happened, what is asked, what follows. */
export function given<State, Command, E extends DomainEvent>(
  decider: Decider<State, Command, E>,
  ...events: readonly E[]
): Given<State, Command, E> {
  const state = foldOf(decider, events);
  return { state, when: (command) => thenOf(() => decider.decide(command, state)) };
}

function thenOf<E extends DomainEvent>(decide: () => readonly E[]): Then<E> {
  return {
    thenEmits: (...events) => expect(decide()).toEqual(events),
    thenEmitsLike: (...events) => expect(decide()).toMatchObject(events),
    thenNothing: () => expect(decide()).toEqual([]),
    thenRejects(refusal, facts = {}) {
      const refused = refusalOf(decide);
      expect(refused).toBeInstanceOf(refusal);
      expect(refused).toMatchObject(facts);
    },
  };
}

function refusalOf(decide: () => unknown): unknown {
  try {
    decide();
  } catch (error) {
    return error;
  }
  throw new Error('expected a refusal, but the command was accepted');
}
