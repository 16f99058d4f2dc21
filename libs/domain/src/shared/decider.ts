import type { DomainEvent } from '#events/contracts/index';

/**
 * What may happen in one stream: a fold and a decision, both pure. `decide` throws a DomainError; `[]` means "already so".
 * Structurally the type that the decision runner takes; the domain knows of events only.
 */
export interface Decider<State, Command, Event extends DomainEvent> {
  readonly initial: State;
  evolve(state: State, event: Event): State;
  decide(command: Command, state: State): readonly Event[];
}

export const foldOf = <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  events: readonly Event[],
  from: State = decider.initial,
): State => events.reduce((state, event) => decider.evolve(state, event), from);
