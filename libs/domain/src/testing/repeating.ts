import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { DomainEvent } from '#events/contracts/index';
import { foldOf, type Decider } from '../shared/decider.js';
import { DomainError } from '../shared/domain-error.js';

/** In any story, the command that was sent last changes nothing when it is sent again: it is already so, or refused. */
export function repeatingChangesNothing<State, Command, E extends DomainEvent>(
  decider: Decider<State, Command, E>,
  commands: fc.Arbitrary<Command>,
): void {
  const story = fc.array(commands, { maxLength: 30 });
  fc.assert(
    fc.property(story, (sent) => {
      let events: readonly E[] = [];
      for (const command of sent) {
        events = [...events, ...emitted(decider, command, events)];
        expect(emitted(decider, command, events)).toEqual([]);
      }
    }),
  );
}

function emitted<State, Command, E extends DomainEvent>(
  decider: Decider<State, Command, E>,
  command: Command,
  events: readonly E[],
): readonly E[] {
  try {
    return decider.decide(command, foldOf(decider, events));
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
