import type { Position } from '#events/store/recorded-event';

/** What a projector has come to, as seen at one moment. */
export interface Pulse {
  /** How often it has asked for the lease, or for more of it, and was answered. */
  readonly leaseAnswers: number;
  /** Of the log. */
  readonly head: Position;
  /** Of the view that is furthest behind; absent in a projector that waits for its turn, or builds them all. */
  readonly checkpoint?: Position;
}

export const NO_PULSE: Pulse = { leaseAnswers: 0, head: 0n };

/** Whether it has done its part since: whoever works comes nearer to what the log held then. */
export const isAlive = (before: Pulse, now: Pulse): boolean =>
  now.leaseAnswers > before.leaseAnswers && (now.checkpoint === undefined || isFollowing(before, now.checkpoint));

const isFollowing = (before: Pulse, checkpoint: Position): boolean =>
  checkpoint >= before.head || checkpoint > (before.checkpoint ?? -1n);
