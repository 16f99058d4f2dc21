import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { Position } from '../store/recorded-event.js';
import { BadAnswer } from './server-errors.js';

interface PositionPair {
  getCommitPosition(): string;
  getPreparePosition(): string;
}

/**
 * The server's positions are pairs. Both halves are one number for everything that is appended through gRPC, and one
 * number is what a position of ours holds; a pair that differs would be told wrongly, so it is not told at all.
 * @throws BadAnswer
 */
export function positionOf(pair: PositionPair | undefined): Position {
  const commit = pair?.getCommitPosition();
  if (commit === undefined || commit !== pair?.getPreparePosition()) throw new BadAnswer('a position of two halves');
  return BigInt(commit);
}

/** Servers may write an id as a text or as two numbers. */
export function idText(uuid: UUID | undefined): string {
  const halves = uuid?.getStructured();
  if (!halves) return uuid?.getString() ?? '';
  const hex = [halves.getMostSignificantBits(), halves.getLeastSignificantBits()]
    .map((bits) => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
