import type { CampaignSettings, LockSlotTaken } from '#events/contracts/index';
import type { Command } from '../shared/command.js';

/** Asked for before the card is locked; a slot whose card was not locked after all is freed. */
export type TakeLockSlot = Command<
  'TakeLockSlot',
  Omit<LockSlotTaken['data'], 'takenAt'> & Pick<CampaignSettings, 'maxPriorityLocks'>
>;
export type FreeLockSlot = Command<'FreeLockSlot', { lockId: string }>;

export type CallerCommand = TakeLockSlot | FreeLockSlot;
