import type { NumberEvent } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import type { DomainError } from '../shared/domain-error.js';
import { mustShowEvidence, mustStateReason } from '../shared/stated.js';
import type {
  BlockNumber,
  DeclareDead,
  EndCall,
  LiftNumberBlock,
  NumberCommand,
  PermitCall,
  ReviveNumber,
  WithdrawPermit,
} from './number.commands.js';
import { refusalByBlock, refusalByDeath, refusalByEnd, refusalByPermit, refusalByRest } from './number-refusals.js';
import { evolve, livePermit, UNKNOWN_NUMBER, type PhoneNumber } from './number.js';

/** R6, R9: one live permit at most, and none while the number is blocked, dead or resting. */
function permitCall(call: PermitCall['data'], number: PhoneNumber): NumberEvent[] {
  const refusal = refusalOf(call, number);
  if (refusal) throw refusal;
  const { exceptRest: _, now, ...permitted } = call;
  const permit = livePermit(number, now);
  if (permit?.callId === call.callId) return [];
  if (permit) throw refusalByPermit(permit);
  return [{ type: 'CallPermitted', data: { ...permitted, permittedAt: now } }];
}

const refusalOf = ({ callId, exceptRest, now }: PermitCall['data'], number: PhoneNumber): DomainError | undefined =>
  refusalByBlock(number) ??
  refusalByDeath(number) ??
  refusalByEnd(number, callId) ??
  (exceptRest ? undefined : refusalByRest(number, now));

function withdrawPermit({ callId, now }: WithdrawPermit['data'], { permits }: PhoneNumber): NumberEvent[] {
  if (!permits.some((permit) => permit.callId === callId)) return [];
  return [{ type: 'CallPermitWithdrawn', data: { callId, withdrawnAt: now } }];
}

/** Whether the call was made is the card's to know (R1). A second end with other facts is a correction (R21). */
function endCall({ now, ...call }: EndCall['data'], { endedCalls }: PhoneNumber): NumberEvent[] {
  const before = endedCalls[call.callId];
  if (before && before.spokeWith === call.spokeWith && before.restUntil === call.restUntil) return [];
  return [{ type: 'CallEnded', data: { ...call, endedAt: now } }];
}

/** R6. A late repeat does not bring a lifted block back. */
function blockNumber({ now, ...block }: BlockNumber['data'], number: PhoneNumber): NumberEvent[] {
  const isKnown = number.blocks.some(({ blockId }) => blockId === block.blockId);
  if (isKnown || number.liftedBlockIds.includes(block.blockId)) return [];
  mustStateReason(block.reason);
  return [{ type: 'NumberBlocked', data: { ...block, blockedAt: now } }];
}

/**
 * R6: with reason and evidence; that it is an admin is for the one who lets commands in.
 * A lift may overtake its block, where both are spread over the numbers of a company: the block then finds itself lifted.
 */
function liftBlock({ now, ...lift }: LiftNumberBlock['data'], { liftedBlockIds }: PhoneNumber): NumberEvent[] {
  if (liftedBlockIds.includes(lift.blockId)) return [];
  mustStateReason(lift.reason);
  mustShowEvidence(lift.evidence);
  return [{ type: 'NumberBlockLifted', data: { ...lift, liftedAt: now } }];
}

function declareDead({ now, ...found }: DeclareDead['data'], { dead }: PhoneNumber): NumberEvent[] {
  return dead ? [] : [{ type: 'NumberDeclaredDead', data: { ...found, declaredAt: now } }];
}

function revive({ now, ...revival }: ReviveNumber['data'], { dead }: PhoneNumber): NumberEvent[] {
  if (!dead) return [];
  mustStateReason(revival.reason);
  return [{ type: 'NumberRevived', data: { ...revival, revivedAt: now } }];
}

function decide(command: NumberCommand, number: PhoneNumber): NumberEvent[] {
  switch (command.type) {
    case 'PermitCall':
      return permitCall(command.data, number);
    case 'WithdrawPermit':
      return withdrawPermit(command.data, number);
    case 'EndCall':
      return endCall(command.data, number);
    case 'BlockNumber':
      return blockNumber(command.data, number);
    case 'LiftNumberBlock':
      return liftBlock(command.data, number);
    case 'DeclareDead':
      return declareDead(command.data, number);
    case 'ReviveNumber':
      return revive(command.data, number);
  }
}

export const numberDecider: Decider<PhoneNumber, NumberCommand, NumberEvent> = {
  initial: UNKNOWN_NUMBER,
  evolve,
  decide,
};
