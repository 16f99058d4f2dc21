import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Bell } from '../store/bell.js';
import type { StoredEvent } from '../versioning/stored-event.js';
import type { ReadCall } from './connection.js';
import { named } from './server-errors.js';
import type { ServerLog } from './server-log.js';

/** Why a feed brings nothing any more. */
export type FeedEnd = 'ended' | 'overflow' | 'error';

/**
 * One subscription call. Events are taken off it at once, for the server drops a reader that is 32 events behind; those
 * that do not fit into the buffer are left to the next reading of the log.
 */
export class LiveFeed {
  private readonly buffer: StoredEvent[] = [];
  private end: { readonly reason: FeedEnd; readonly error?: Error } | undefined;

  constructor(
    private readonly call: ReadCall,
    private readonly log: Pick<ServerLog, 'eventIn'>,
    private readonly bell: Bell,
    private readonly most: number,
  ) {
    call.on('data', this.take);
    call.on('error', (error: Error) => this.finish('error', named(error)));
    call.on('end', () => this.finish('ended'));
  }

  /** The next events, at most so many; what has come before the end comes first. */
  next(limit: number): readonly StoredEvent[] {
    return this.buffer.splice(0, limit);
  }

  get hasNews(): boolean {
    return this.buffer.length > 0 || this.end !== undefined;
  }

  get ending(): { readonly reason: FeedEnd; readonly error?: Error } | undefined {
    return this.end;
  }

  close(): void {
    this.call.cancel();
  }

  private readonly take = (response: ReadResp): void => {
    if (this.end) return;
    try {
      const event = this.log.eventIn(response);
      if (!event) return;
      if (this.buffer.length >= this.most) {
        this.finish('overflow');
        return;
      }
      this.buffer.push(event);
      this.bell.ring();
    } catch (error) {
      this.finish('error', named(error));
    }
  };

  private finish(reason: FeedEnd, error?: Error): void {
    this.end ??= { reason, ...(error && { error }) };
    this.call.cancel();
    this.bell.ring();
  }
}
