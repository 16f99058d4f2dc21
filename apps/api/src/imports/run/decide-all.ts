import type { DomainEvent } from '#events/contracts/index';
import type { Decider } from '#events/deciding/decider';

/** Several commands to one stream, each decided on what those before it led to, appended as one. */
export const decideAll = <State, Command, E extends DomainEvent>(
  decider: Decider<State, Command, E>,
): Decider<State, readonly Command[], E> => ({
  initial: decider.initial,
  evolve: (state, event) => decider.evolve(state, event),
  decide(commands, before) {
    const events: E[] = [];
    let state = before;
    for (const command of commands) {
      const next = decider.decide(command, state);
      state = next.reduce((folded, event) => decider.evolve(folded, event), state);
      events.push(...next);
    }
    return events;
  },
});
