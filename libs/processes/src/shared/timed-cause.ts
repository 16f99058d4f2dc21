import { v5 as uuidv5 } from 'uuid';
import type { Instant } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';

const TIMED_NAMESPACE = '2c1b0f7e-6f0a-5d8b-9b44-1e0f5a7c9d21';

/** The cause of what a service does because time has passed. Always the same id: what it is done about makes the difference. */
export function timedCause(service: string, now: Instant): Cause {
  const commandId = uuidv5(service, TIMED_NAMESPACE);
  const actor = `service:${service}`;
  return { commandId, correlationId: commandId, causationId: commandId, actor, actorRole: 'service', occurredAt: now };
}
