import type { ClaimKeyEvent } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import type { ClaimKey } from './claim-key.commands.js';
import { KeyAlreadyHeld } from './claim-key.errors.js';

/** Who holds a unique key, such as a company number; the first one stays. */
export interface ClaimedKey {
  readonly holderId?: string;
}

function decide({ data: { holderId, now } }: ClaimKey, key: ClaimedKey): ClaimKeyEvent[] {
  if (key.holderId === holderId) return [];
  if (key.holderId !== undefined) throw new KeyAlreadyHeld(key.holderId);
  return [{ type: 'KeyClaimed', data: { holderId, claimedAt: now } }];
}

export const claimKeyDecider: Decider<ClaimedKey, ClaimKey, ClaimKeyEvent> = {
  initial: {},
  evolve: (_, { data }) => ({ holderId: data.holderId }),
  decide,
};
