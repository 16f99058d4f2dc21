import type { ServiceError } from '@grpc/grpc-js';
import { rpcErrors } from './rpc-errors.js';
import type { Subscription } from './subscription.js';

/** What may happen to one append. `late`: stored, and answered when `answerLate` is called. */
export type AppendFault =
  | 'drop-before'
  | 'drop-after'
  | 'late'
  | 'twice'
  | 'nonsense'
  | 'not-leader'
  | 'overloaded'
  | 'time-out-before'
  | 'time-out-after';

export type ReadFault = 'silent' | ServiceError;

/** What the double does wrong, on request only. */
export class Faults {
  /** Handed to appends and reads in the order in which they arrive. */
  private readonly appends: (AppendFault | undefined)[] = [];
  private readonly reads: ReadFault[] = [];
  private readonly held: (() => void)[] = [];
  private subscriptions: Subscription[] = [];
  private readonly waiting: (() => void)[] = [];

  /** The next appends meet these faults, one each; undefined lets one pass. */
  nextAppends(...faults: readonly (AppendFault | undefined)[]): void {
    this.appends.push(...faults);
  }

  nextReads(...faults: readonly ReadFault[]): void {
    this.reads.push(...faults);
  }

  onAppend(): AppendFault | undefined {
    return this.appends.shift();
  }

  onRead(): ReadFault | undefined {
    return this.reads.shift();
  }

  hold(answer: () => void): void {
    this.held.push(answer);
  }

  /** Sends the answers of all late appends. */
  answerLate(): void {
    for (const answer of this.held.splice(0)) answer();
  }

  began(subscription: Subscription): void {
    this.subscriptions.push(subscription);
    for (const go of this.waiting.splice(0)) go();
  }

  /** Resolves when a subscription begins after this was asked. */
  subscribed(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  hangSubscriptions(): void {
    for (const subscription of this.subscriptions) subscription.hang();
  }

  endSubscriptions(): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.end();
  }

  /** As a real server does whose live buffer of 32 events has run full. */
  dropSlowSubscriptions(): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.fail(rpcErrors.tooSlow());
  }
}
