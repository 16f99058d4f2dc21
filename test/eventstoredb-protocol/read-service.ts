import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServiceError } from '@grpc/grpc-js';
import { isWantedBy } from './event-filter.js';
import type { Faults, ReadFault } from './faults.js';
import type { ProtocolLog } from './protocol-log.js';
import { ReadResponses } from './read-responses.js';
import { nameOf, type ReadCall } from './requests.js';
import { rpcErrors } from './rpc-errors.js';
import type { Protocol } from './protocol.js';
import { NO_REVISION, type Stored } from './stored.js';
import { Subscription } from './subscription.js';

const isForLeader = ({ metadata }: ReadCall): boolean => metadata.get('requires-leader').includes('true');

/** Reads of a stream and of the log, and subscriptions to both. */
export class ReadService {
  private readonly responses: ReadResponses;

  constructor(
    private readonly protocol: Protocol,
    private readonly log: ProtocolLog,
    private readonly faults: Faults,
  ) {
    this.responses = new ReadResponses(protocol);
  }

  readonly read = (call: ReadCall): void => {
    const due = this.faults.takeRead();
    if (due) this.misbehave(call, due.fault);
    else if (isForLeader(call)) this.serve(call);
    else this.follower.serve(call);
    due?.met();
  };

  private get follower(): ReadService {
    const { follower } = this.faults;
    return follower ? new ReadService(this.protocol, follower, this.faults) : this;
  }

  private misbehave(call: ReadCall, fault: ReadFault): void {
    if (fault === 'by-leader') this.serve(call);
    else if (fault === 'by-follower') this.follower.serve(call);
    else if (fault === 'incomplete') this.answer(call, [this.responses.incompleteEvent()]);
    else if (fault !== 'silent') call.emit('error', fault);
  }

  private serve(call: ReadCall): void {
    const options = call.request.getOptions();
    if (!options) call.emit('error', rpcErrors.invalidArgument('no options'));
    else if (options.hasSubscription()) this.subscribe(call, options);
    else this.answer(call, this.found(options));
  }

  private found(options: ReadReq.Options): readonly ReadResp[] | ServiceError {
    const count = Number(options.getCount());
    if (count === 0) return rpcErrors.invalidArgument(`'0' is not a valid count`);
    const found = options.hasStream() ? this.ofStream(options) : this.ofAll(options);
    return Array.isArray(found) ? found.slice(0, count) : found;
  }

  private ofStream(options: ReadReq.Options): ReadResp[] | ServiceError {
    const stream = options.getStream();
    const name = nameOf(stream?.getStreamIdentifier());
    const visible = this.log.read(name);
    if (visible === 'deleted') return rpcErrors.streamDeleted(name);
    if (visible === 'not-found') return [this.responses.streamNotFound(name)];
    const { from, isBackwards } = this.streamStart(options, name);
    if (!isBackwards && stream?.hasEnd()) return rpcErrors.invalidArgument('forwards from the end');
    const inReach = isBackwards
      ? visible.filter(({ revision }) => revision <= from).toReversed()
      : visible.filter(({ revision }) => revision >= from);
    return inReach.map((event) => this.responses.event(event));
  }

  private streamStart(options: ReadReq.Options, name: string): { from: number; isBackwards: boolean } {
    const stream = options.getStream();
    const isBackwards = this.isBackwards(options);
    if (stream?.hasEnd()) return { from: this.log.lastRevision(name), isBackwards };
    return { from: stream?.hasRevision() ? Number(stream.getRevision()) : 0, isBackwards };
  }

  private ofAll(options: ReadReq.Options): ReadResp[] {
    const isWanted = isWantedBy(options.getFilter());
    const count = Number(options.getCount());
    const found: ReadResp[] = [];
    for (const event of this.inReach(options)) {
      if (found.length >= count) break;
      if (isWanted(event)) found.push(this.responses.event(event));
    }
    return found;
  }

  private inReach(options: ReadReq.Options): Iterable<Stored> {
    const all = options.getAll();
    const position = BigInt(all?.getPosition()?.getCommitPosition() ?? 0);
    const edge = all?.hasEnd() ? this.log.events.length : this.log.indexFrom(position);
    return this.isBackwards(options) ? this.log.before(edge) : this.log.from(edge);
  }

  private subscribe(call: ReadCall, options: ReadReq.Options): void {
    const stream = options.getStream();
    const name = nameOf(stream?.getStreamIdentifier());
    const isWanted = stream ? (event: Stored) => event.streamId === name : isWantedBy(options.getFilter());
    const after = stream ? this.positionOf(name, stream) : this.positionAfter(options.getAll());
    const subscription = new Subscription(call, this.log, this.responses, { after, isWanted });
    this.faults.began(subscription);
  }

  private positionOf(name: string, stream: ReadReq.Options.StreamOptions): bigint {
    const revision = stream.hasEnd()
      ? this.log.lastRevision(name)
      : stream.hasRevision()
        ? Number(stream.getRevision())
        : NO_REVISION;
    return this.log.events.find((event) => event.streamId === name && event.revision === revision)?.position ?? 0n;
  }

  private positionAfter(all: ReadReq.Options.AllOptions | undefined): bigint {
    if (all?.hasEnd()) return this.log.events.at(-1)?.position ?? 0n;
    return BigInt(all?.getPosition()?.getCommitPosition() ?? 0);
  }

  private isBackwards(options: ReadReq.Options): boolean {
    return options.getReadDirection() === this.protocol.streams.ReadReq.Options.ReadDirection.BACKWARDS;
  }

  private answer(call: ReadCall, found: readonly ReadResp[] | ServiceError): void {
    if ('code' in found) {
      call.emit('error', found);
      return;
    }
    for (const response of found) call.write(response);
    call.end();
  }
}
