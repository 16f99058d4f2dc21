import type { ServiceError } from '@grpc/grpc-js';
import type { ProtocolLog } from './protocol-log.js';
import type { ReadCall } from './requests.js';
import type { ReadResponses } from './read-responses.js';
import type { Stored } from './stored.js';

/** A live subscriber learns how far the server has looked after so many events that were not for it. */
const CHECKPOINT_INTERVAL = 32;

interface Wanted {
  readonly after: bigint;
  readonly isWanted: (event: Stored) => boolean;
}

/** Confirmation, what stands in the log, "caught up", then what is appended. */
export class Subscription {
  private position: bigint;
  private unwanted = 0;
  private isSilent = false;
  private readonly leave: () => void;

  constructor(
    private readonly call: ReadCall,
    private readonly log: ProtocolLog,
    private readonly responses: ReadResponses,
    private readonly wanted: Wanted,
  ) {
    this.position = wanted.after;
    call.write(responses.confirmation());
    this.deliver();
    call.write(responses.caughtUp());
    this.leave = log.onAppend(() => this.deliver());
    call.on('close', this.leave);
    call.on('cancelled', this.leave);
  }

  /** Stays open and says nothing any more. */
  hang(): void {
    this.isSilent = true;
  }

  end(): void {
    this.leave();
    this.call.end();
  }

  fail(error: ServiceError): void {
    this.leave();
    this.call.emit('error', error);
  }

  private deliver(): void {
    if (this.isSilent) return;
    for (const event of this.unseen()) {
      this.position = event.position;
      if (this.wanted.isWanted(event)) this.call.write(this.responses.event(event));
      else this.pass(event.position);
    }
  }

  private unseen(): readonly Stored[] {
    return this.log.events.slice(this.log.indexFrom(this.position + 1n));
  }

  private pass(position: bigint): void {
    this.unwanted = (this.unwanted + 1) % CHECKPOINT_INTERVAL;
    if (this.unwanted === 0) this.call.write(this.responses.checkpoint(position));
  }
}
