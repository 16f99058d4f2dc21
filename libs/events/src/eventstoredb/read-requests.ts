import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Direction, ReadStreamOptions } from '../store/event-store.js';
import type { Position } from '../store/recorded-event.js';
import type { Driver } from './driver.js';

export interface AllRequest {
  readonly direction: Direction;
  readonly from: Position | 'start' | 'end';
  readonly count: number;
  readonly prefixes: readonly string[];
}

/** Builds the requests of the one call that reads streams, the log and subscriptions. */
export class ReadRequests {
  constructor(private readonly driver: Driver) {}

  stream(streamId: string, { direction = 'forwards', from, limit }: ReadStreamOptions): ReadReq {
    const { StreamOptions } = this.driver.streams.ReadReq.Options;
    const identifier = new this.driver.shared.StreamIdentifier().setStreamName(Buffer.from(streamId, 'utf8'));
    const stream = new StreamOptions().setStreamIdentifier(identifier);
    if (from !== undefined) stream.setRevision(String(from));
    else if (direction === 'forwards') stream.setStart(this.nothing());
    else stream.setEnd(this.nothing());
    const options = this.options(direction).setStream(stream).setNoFilter(this.nothing());
    return this.request(options.setCount(String(limit ?? Number.MAX_SAFE_INTEGER)));
  }

  all({ direction, from, count, prefixes }: AllRequest): ReadReq {
    const options = this.options(direction).setAll(this.place(from)).setFilter(this.filter(prefixes));
    return this.request(options.setCount(String(count)));
  }

  /** Events after the position, then what is appended. */
  subscription(after: Position, prefixes: readonly string[]): ReadReq {
    const { SubscriptionOptions } = this.driver.streams.ReadReq.Options;
    const options = this.options('forwards').setAll(this.place(after === 0n ? 'start' : after));
    return this.request(options.setFilter(this.filter(prefixes)).setSubscription(new SubscriptionOptions()));
  }

  private request(options: ReadReq.Options): ReadReq {
    return new this.driver.streams.ReadReq().setOptions(options);
  }

  private options(direction: Direction): ReadReq.Options {
    const { Options } = this.driver.streams.ReadReq;
    const { FORWARDS, BACKWARDS } = Options.ReadDirection;
    const ids = new Options.UUIDOption().setString(this.nothing());
    return new Options().setReadDirection(direction === 'forwards' ? FORWARDS : BACKWARDS).setUuidOption(ids);
  }

  private place(from: Position | 'start' | 'end'): ReadReq.Options.AllOptions {
    const { AllOptions, Position: Pair } = this.driver.streams.ReadReq.Options;
    if (from === 'start') return new AllOptions().setStart(this.nothing());
    if (from === 'end') return new AllOptions().setEnd(this.nothing());
    const pair = new Pair().setCommitPosition(String(from)).setPreparePosition(String(from));
    return new AllOptions().setPosition(pair);
  }

  private filter(prefixes: readonly string[]): ReadReq.Options.FilterOptions {
    const { FilterOptions } = this.driver.streams.ReadReq.Options;
    const expression = new FilterOptions.Expression().setPrefixList([...prefixes]);
    const options = new FilterOptions().setStreamIdentifier(expression).setCount(this.nothing());
    return options.setCheckpointintervalmultiplier(1);
  }

  private nothing(): InstanceType<Driver['shared']['Empty']> {
    return new this.driver.shared.Empty();
  }
}
