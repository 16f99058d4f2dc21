import type { CallEnded, CallPermitted, NumberBlocked, NumberDeclaredDead } from '#events/contracts/index';
import type { Command } from '../shared/command.js';

/** `exceptRest` (R9): a PriorityCallback that is due is made although the number rests. */
export type PermitCall = Command<
  'PermitCall',
  Omit<CallPermitted['data'], 'permittedAt'> & { readonly exceptRest: boolean }
>;
export type WithdrawPermit = Command<'WithdrawPermit', { callId: string }>;
export type EndCall = Command<'EndCall', Omit<CallEnded['data'], 'endedAt'>>;
export type BlockNumber = Command<'BlockNumber', Omit<NumberBlocked['data'], 'blockedAt'>>;
export type LiftNumberBlock = Command<
  'LiftNumberBlock',
  { blockId: string; liftedBy: string; reason: string; evidence: string }
>;
export type DeclareDead = Command<'DeclareDead', Omit<NumberDeclaredDead['data'], 'declaredAt'>>;
export type ReviveNumber = Command<'ReviveNumber', { revivedBy: string; reason: string }>;

export type NumberCommand =
  PermitCall | WithdrawPermit | EndCall | BlockNumber | LiftNumberBlock | DeclareDead | ReviveNumber;
