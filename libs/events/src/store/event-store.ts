import type { NewEvent, Position, Recorded } from './recorded-event.js';

/** The revision that the stream must have; `no-stream`: it must not exist. There is no "any". */
export type ExpectedRevision = number | 'no-stream';

export interface Appended {
  /** Revision and position of the last event of the append. */
  readonly revision: number;
  readonly position: Position;
}

export type Direction = 'forwards' | 'backwards';

export interface ReadStreamOptions {
  readonly direction?: Direction;
  /** First revision to read, itself included; from the start (or the end, backwards) when absent. */
  readonly from?: number;
  readonly limit?: number;
}

export interface ReadAllOptions {
  readonly direction?: Direction;
  /** Events strictly beyond this position; from the start (or the end, backwards) when absent. */
  readonly beyond?: Position;
  readonly limit: number;
}

export interface SubscribeOptions {
  /** Events after this position; `end`: only what comes from now on. */
  readonly after: Position | 'start' | 'end';
  /** Stream categories (the part before the first dash) to deliver; all when absent. */
  readonly categories?: readonly string[];
  /** The most events in one batch. */
  readonly batchSize?: number;
  readonly signal: AbortSignal;
}

/** `position`: everything up to here has been looked at, also where a filter let nothing through. */
export interface LogBatch {
  readonly events: readonly Recorded[];
  readonly position: Position;
}

/**
 * The log. Every adapter passes the one contract in testing/event-store.contract.ts.
 * Appends to one stream with an explicit expected revision, all or nothing, durable when the promise resolves.
 * A repeat (same ids, same expected revision) answers as the first time and stores nothing.
 */
export abstract class EventStore {
  /** @throws RevisionConflict, EventTooLarge, NothingToAppend, StoreUnavailable, AppendOutcomeUnknown */
  abstract append(streamId: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;

  /** A missing stream is an empty one. */
  abstract readStream(streamId: string, options?: ReadStreamOptions): Promise<readonly Recorded[]>;

  abstract readAll(options: ReadAllOptions): Promise<readonly Recorded[]>;

  /** Catches up, then follows live, without gap or repeat; ends when the signal aborts, throws when the store closes. */
  abstract subscribe(options: SubscribeOptions): AsyncIterable<LogBatch>;

  /** Position of the newest event; 0n when the log is empty. */
  abstract head(): Promise<Position>;

  abstract close(): Promise<void>;
}
