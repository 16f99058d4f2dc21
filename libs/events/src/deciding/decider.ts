import type { DomainEvent } from '../contracts/domain-event.js';

/** What may happen in one stream: a fold and a decision, both pure. Throws a refusal; `[]` means "already so". */
export interface Decider<State, Command, Event extends DomainEvent> {
  readonly initial: State;
  evolve(state: State, event: Event): State;
  decide(command: Command, state: State): readonly Event[];
}
