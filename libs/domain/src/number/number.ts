import type { CallEnded, CallPermitted, Instant, NumberBlocked, NumberEvent, SpokeWith } from '#events/contracts/index';

export type Permit = CallPermitted['data'];

export interface NumberBlock {
  readonly blockId: string;
  readonly cause: NumberBlocked['data']['cause'];
  readonly blockedAt: Instant;
}

export interface EndedCall {
  readonly spokeWith: SpokeWith;
  readonly restUntil?: Instant;
}

/** One phone number, over all cards and campaigns. */
export interface PhoneNumber {
  /** Those that hold now: blocked until every one of them is lifted. */
  readonly blocks: readonly NumberBlock[];
  readonly liftedBlockIds: readonly string[];
  readonly dead: boolean;
  /** Permits of calls that have not ended; all but one have lapsed. */
  readonly permits: readonly Permit[];
  readonly endedCalls: Readonly<Record<string, EndedCall>>;
}

export const UNKNOWN_NUMBER: PhoneNumber = { blocks: [], liftedBlockIds: [], dead: false, permits: [], endedCalls: {} };

/** The permit whose call may be going on now. */
export const livePermit = ({ permits }: PhoneNumber, now: Instant): Permit | undefined =>
  permits.find(({ until }) => now < until);

/** R9: until when the number rests after a call in which somebody was spoken with; absent when it does not. */
export const restingUntil = ({ endedCalls }: PhoneNumber, now: Instant): Instant | undefined =>
  Object.values(endedCalls)
    .flatMap(({ restUntil }) => restUntil ?? [])
    .filter((until) => now < until)
    .sort()
    .at(-1);

export function evolve(number: PhoneNumber, { type, data }: NumberEvent): PhoneNumber {
  switch (type) {
    case 'CallPermitted':
      return { ...number, permits: [...withoutPermit(number, data.callId), data] };
    case 'CallPermitWithdrawn':
      return { ...number, permits: withoutPermit(number, data.callId) };
    case 'CallEnded':
      return withEnded(number, data);
    case 'NumberBlocked':
      return { ...number, blocks: [...number.blocks, blockOf(data)] };
    case 'NumberBlockLifted':
      return withoutBlock(number, data.blockId);
    case 'NumberDeclaredDead':
      return { ...number, dead: true };
    case 'NumberRevived':
      return { ...number, dead: false };
  }
}

/** A call that ends late, after its permit lapsed, leaves the permit of a later call alone. */
const withoutPermit = ({ permits }: PhoneNumber, ended: string): readonly Permit[] =>
  permits.filter(({ callId }) => callId !== ended);

function withEnded(number: PhoneNumber, { callId, spokeWith, restUntil }: CallEnded['data']): PhoneNumber {
  const ended = { spokeWith, ...(restUntil && { restUntil }) };
  const endedCalls = { ...number.endedCalls, [callId]: ended };
  return { ...number, permits: withoutPermit(number, callId), endedCalls };
}

const blockOf = ({ blockId, cause, blockedAt }: NumberBlocked['data']): NumberBlock => ({ blockId, cause, blockedAt });

const withoutBlock = (number: PhoneNumber, lifted: string): PhoneNumber => ({
  ...number,
  blocks: number.blocks.filter(({ blockId }) => blockId !== lifted),
  liftedBlockIds: [...number.liftedBlockIds, lifted],
});
