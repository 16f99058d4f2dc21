import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Direction, ReadStreamOptions } from '../store/event-store.js';
import { PositionBeyondLog } from '../store/event-store.errors.js';
import type { Position } from '../store/recorded-event.js';
import type { StoredEvent } from '../versioning/stored-event.js';
import { answersTo } from './answers-to.js';
import type { Connection, ReadCall } from './connection.js';
import type { Driver } from './driver.js';
import { ReadRequests } from './read-requests.js';
import { named } from './server-errors.js';
import { storedEventIn } from './stored-events.js';
import type { Timers } from './timers.js';
import type { StreamNames, WantedStreams } from './stream-names.js';

export interface PageOptions {
  readonly direction?: Direction;
  readonly beyond?: Position | undefined;
  readonly limit: number;
  readonly wanted?: WantedStreams;
  /** Its stream is asked for as well, so that the page shows whether it has come so far. */
  readonly upTo?: StoredEvent;
}

export interface Page {
  readonly events: readonly StoredEvent[];
  /** Of the last event that the server found, wanted or not: nothing that is wanted stands before it but these events. */
  readonly lookedUpTo: Position | undefined;
  /** There may be more. */
  readonly isFull: boolean;
}

export interface ServerLogOptions {
  readonly driver: Driver;
  readonly connection: Connection;
  readonly names: StreamNames;
  readonly timers: Timers;
  readonly patienceMs: number;
}

/** Reads stored events from the server. @throws StoreUnavailable */
export class ServerLog {
  private readonly requests: ReadRequests;

  constructor(private readonly options: ServerLogOptions) {
    this.requests = new ReadRequests(options.driver);
  }

  async stream(streamId: string, options: ReadStreamOptions): Promise<readonly StoredEvent[]> {
    if (options.limit === 0) return [];
    return this.read(this.requests.stream(this.options.names.onServer(streamId), options));
  }

  async page(options: PageOptions): Promise<Page> {
    const { direction = 'forwards', beyond, limit, wanted = this.options.names.all, upTo } = options;
    const from = startOf(direction, beyond);
    if (limit === 0 || from === 'nowhere') return { events: [], lookedUpTo: undefined, isFull: false };
    // Forwards the server begins with the position itself, so that one more is asked for.
    const prefixes = upTo ? [...wanted.prefixes, this.options.names.onServer(upTo.streamId)] : wanted.prefixes;
    const found = await this.read(this.requests.all({ direction, from, count: limit + 1, prefixes }));
    const looked = found.filter(({ position }) => position !== beyond).slice(0, limit);
    const events = looked.filter(({ streamId }) => wanted.includes(streamId));
    return { events, lookedUpTo: looked.at(-1)?.position, isFull: looked.length === limit };
  }

  async head(): Promise<Position> {
    return (await this.newest())?.position ?? 0n;
  }

  /** The newest event, where it stands beyond the position. @throws PositionBeyondLog */
  async newestBeyond(position: Position): Promise<StoredEvent | undefined> {
    const newest = await this.newest();
    const head = newest?.position ?? 0n;
    if (head < position) throw new PositionBeyondLog(position, head);
    return head > position ? newest : undefined;
  }

  /** Events after the position, then what is appended, for as long as the call lives. */
  async subscription(after: Position, wanted: WantedStreams): Promise<ReadCall> {
    try {
      return await this.options.connection.read(this.requests.subscription(after, wanted.prefixes));
    } catch (error) {
      throw named(error);
    }
  }

  /** The event in an answer, by the name that its stream has in the log. @throws BadAnswer */
  eventIn(response: ReadResp): StoredEvent | undefined {
    const event = storedEventIn(response);
    return event && { ...event, streamId: this.options.names.inLog(event.streamId) };
  }

  private async newest(): Promise<StoredEvent | undefined> {
    const { events } = await this.page({ direction: 'backwards', limit: 1 });
    return events[0];
  }

  /** A read changes nothing: where the leader has moved, the client has learnt where to, and it is read again. */
  private async read(request: ReadReq): Promise<StoredEvent[]> {
    try {
      return await this.readOnce(request);
    } catch (error) {
      const failure = named(error);
      if (failure.reason !== 'not-leader') throw failure;
      await nextTurn();
      return this.readOnce(request).catch((again: unknown) => {
        throw named(again);
      });
    }
  }

  private async readOnce(request: ReadReq): Promise<StoredEvent[]> {
    const { connection, timers, patienceMs } = this.options;
    const events: StoredEvent[] = [];
    const call = await connection.read(request);
    await answersTo(call, { timers, patienceMs }, (response: ReadResp) => {
      const event = this.eventIn(response);
      if (event) events.push(event);
    });
    return events;
  }
}

/** Position 0 stands before every event. */
function startOf(direction: Direction, beyond: Position | undefined): Position | 'start' | 'end' | 'nowhere' {
  if (direction === 'forwards') return beyond === 0n ? 'start' : (beyond ?? 'start');
  return beyond === 0n ? 'nowhere' : (beyond ?? 'end');
}
