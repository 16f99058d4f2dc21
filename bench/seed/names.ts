import { createHash } from 'node:crypto';
import type { Cause } from '#events/deciding/cause';
import { KeyedHash } from '#runtime/keyed-hash';

/** The same UUID for the same words: every process of a run knows what the seed is called without being told. */
export function idOf(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(words.join('/')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `7${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** Key of the keyed hashes in every seeded log; the engine is started with it. */
export const PEPPER = 'a'.repeat(64);
export const HASH = new KeyedHash(PEPPER);

/** A Monday morning in calling hours (Europe/Stockholm). */
export const SEEDED_AT = '2025-08-04T06:05:00.000Z';

export const CAMPAIGN_ID = idOf('campaign');
export const ROUND_ID = idOf('round');
export const cardIdOf = (index: number): string => idOf('card', index);
export const callerIdOf = (index: number): string => idOf('caller', index);

export function causeOf(...words: readonly (string | number)[]): Cause {
  const commandId = idOf('command', ...words);
  return {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: 'service:bench',
    actorRole: 'service',
    occurredAt: SEEDED_AT,
  };
}

/** Who sells, and whom the mails come from. */
export const SELLER = { name: 'Bench AB', email: 'order@bench.example' };
