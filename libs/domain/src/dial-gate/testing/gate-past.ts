import type { AterkomEvent, CallPermitted, CardClaimed, Instant } from '#events/contracts/index';
import type { Logged } from './stepped-log.js';

/** What has happened up to a position, as far as the invariants need it. */
export interface Past {
  /** Blocks that hold now, with their position, by stream. */
  readonly blocks: Map<string, Map<string, number>>;
  /** Permits that were neither withdrawn nor ended, by call. */
  readonly permits: Map<string, CallPermitted['data'] & Pick<Logged, 'streamId' | 'revision'>>;
  /** Ends of rests, by number stream. */
  readonly rests: Map<string, readonly Instant[]>;
  readonly claims: Map<string, CardClaimed['data']>;
}

export const nothingYet = (): Past => ({ blocks: new Map(), permits: new Map(), rests: new Map(), claims: new Map() });

export const blocksAt = ({ blocks }: Past, streamId: string): Map<string, number> =>
  blocks.get(streamId) ?? new Map<string, number>();

const isOneOf = <Type extends AterkomEvent['type']>(
  event: AterkomEvent,
  ...types: readonly Type[]
): event is Extract<AterkomEvent, { type: Type }> => types.some((type) => type === event.type);

export function remember(logged: Logged, position: number, past: Past): void {
  rememberBlock(logged, position, past);
  rememberCall(logged, past);
  rememberClaim(logged, past);
}

function rememberBlock({ streamId, event }: Logged, position: number, past: Past): void {
  if (isOneOf(event, 'NumberBlocked', 'CompanyBlocked', 'CompanyBlockProposed', 'CardBarred')) {
    past.blocks.set(streamId, new Map([...blocksAt(past, streamId), [event.data.blockId, position]]));
  }
  if (isOneOf(event, 'NumberBlockLifted', 'CompanyBlockLifted', 'CardUnbarred')) {
    blocksAt(past, streamId).delete(event.data.blockId);
  }
}

function rememberCall({ streamId, revision, event }: Logged, { permits, rests }: Past): void {
  if (event.type === 'CallPermitted') permits.set(event.data.callId, { ...event.data, streamId, revision });
  if (isOneOf(event, 'CallPermitWithdrawn', 'CallEnded')) permits.delete(event.data.callId);
  if (event.type === 'CallEnded' && event.data.restUntil) {
    rests.set(streamId, [...(rests.get(streamId) ?? []), event.data.restUntil]);
  }
}

function rememberClaim({ streamId, event }: Logged, { claims }: Past): void {
  if (event.type === 'CardClaimed') claims.set(streamId, event.data);
  if (isOneOf(event, 'ClaimReleased', 'CallbackScheduled', 'CallUnanswered', 'NoMoreCallsRequested')) {
    claims.delete(streamId);
  }
}
