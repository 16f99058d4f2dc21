import type { Instant } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import type { Recorded } from '#events/store/recorded-event';

/** The cause of what a service does because of an event. Ids come from the event's: doing it twice changes nothing. */
export const causedBy = ({ id, metadata }: Recorded, service: string, now: Instant): Cause => ({
  commandId: id,
  correlationId: metadata.$correlationId,
  causationId: id,
  actor: `service:${service}`,
  actorRole: 'service',
  occurredAt: now,
  ...(metadata.traceparent !== undefined && { traceparent: metadata.traceparent }),
});
