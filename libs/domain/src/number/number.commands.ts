import type { Instant, NumberBlocked, SpokeWith } from '#events/contracts/index';
import type { Command } from '../shared/command.js';

/** The moment of the decision that a call may begin; the permit lapses at `until`. */
export type PermitCall = Command<
  'PermitCall',
  {
    callId: string;
    cardId: string;
    roundId: string;
    callerId: string;
    /** R9: a PriorityCallback that is due is made although the number rests. */
    exceptRest: boolean;
    now: Instant;
    until: Instant;
  }
>;
export type WithdrawPermit = Command<'WithdrawPermit', { callId: string; now: Instant }>;
/** `restUntil` (R9) where somebody was spoken with. */
export type EndCall = Command<
  'EndCall',
  { callId: string; cardId: string; spokeWith: SpokeWith; restUntil?: Instant; now: Instant }
>;
export type BlockNumber = Command<'BlockNumber', Omit<NumberBlocked['data'], 'blockedAt'> & { readonly now: Instant }>;
export type LiftNumberBlock = Command<
  'LiftNumberBlock',
  { blockId: string; liftedBy: string; reason: string; evidence: string; now: Instant }
>;
export type DeclareDead = Command<'DeclareDead', { cardId: string; callId?: string; declaredBy: string; now: Instant }>;
export type ReviveNumber = Command<'ReviveNumber', { revivedBy: string; reason: string; now: Instant }>;

export type NumberCommand =
  PermitCall | WithdrawPermit | EndCall | BlockNumber | LiftNumberBlock | DeclareDead | ReviveNumber;
