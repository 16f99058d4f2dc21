import { v7 as uuidv7 } from 'uuid';
import type { Cause } from '#events/deciding/cause';
import type { Clock } from '#runtime/clock';

/** R20: the command line has no account of its own; who may use it is the business of the machine. */
export function commandLineCause(clock: Clock): Cause {
  const commandId = uuidv7();
  const by = { actor: 'service:command-line', actorRole: 'service', client: 'cli' };
  return { commandId, correlationId: commandId, causationId: commandId, occurredAt: clock.now(), ...by };
}
