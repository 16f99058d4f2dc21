import { followingFrom, type Cause } from '#events/deciding/cause';
import type { Recorded } from '#events/store/recorded-event';

const stepOf = (caseId: string): string => `effect/${caseId}`;

/** The cause of what is done to resolve a case: what follows from it can be told from what happened elsewhere. */
export const effectCause = (caseId: string, cause: Cause): Cause => followingFrom(cause, stepOf(caseId));

/** The event was caused by resolving that very case. */
export const isEffectOf = (caseId: string, { metadata }: Recorded): boolean =>
  followingFrom(asCause(metadata), stepOf(caseId)).commandId === metadata.commandId;

/** Of the command that caused the event's own. */
const asCause = ({ $causationId, $correlationId, ...by }: Recorded['metadata']): Cause => ({
  ...by,
  commandId: $causationId,
  correlationId: $correlationId,
  causationId: $causationId,
});
