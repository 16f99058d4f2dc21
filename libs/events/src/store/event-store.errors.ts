import type { ExpectedRevision } from './event-store.js';
import type { Position } from './recorded-event.js';

/** Somebody else appended first. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly streamId: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`stream ${streamId}: expected revision ${expected}, actual ${actual}`);
  }
}

/** One event, or the batch, is larger than the store takes; nothing was sent. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
  constructor(
    readonly bytes: number,
    readonly limitBytes: number,
  ) {
    super(`append of ${bytes} bytes exceeds the limit of ${limitBytes} bytes`);
  }
}

export type UnavailableReason =
  | 'disk-full'
  | 'locked'
  | 'closed'
  | 'io'
  | 'unreachable'
  | 'timed-out'
  | 'not-leader'
  | 'overloaded'
  | 'access-denied'
  | 'bad-answer';

/** The store cannot answer now: disk full, file locked, server away. Nothing acknowledged is lost. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  constructor(
    readonly reason: UnavailableReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** It is not known whether the append was stored: re-read and look for the command id before deciding again. */
export class AppendOutcomeUnknown extends Error {
  override readonly name = 'AppendOutcomeUnknown';
  constructor(
    readonly streamId: string,
    options?: ErrorOptions,
  ) {
    super(`stream ${streamId}: the append may or may not have been stored`, options);
  }
}

/** An append of no events: it could not say at which position it stands. "Already so" is answered without the store. */
export class NothingToAppend extends Error {
  override readonly name = 'NothingToAppend';
  constructor(readonly streamId: string) {
    super(`stream ${streamId}: an append holds at least one event`);
  }
}

/** A reader has come further than the log goes: an older log was put in its place, or its newest events were lost. */
export class PositionBeyondLog extends Error {
  override readonly name = 'PositionBeyondLog';
  constructor(
    readonly position: Position,
    readonly head: Position,
  ) {
    super(`the log was rolled back: it ends at ${head}, its reader is at ${position}`);
  }
}
