import type { ServiceError } from '@grpc/grpc-js';
import { rpcErrors } from './rpc-errors.js';
import type { ProtocolLog } from './protocol-log.js';
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

/**
 * What may happen to one read. `incomplete`: an event without anything in it. `by-leader`, `by-follower`: that node answers,
 * whatever was asked for, as one does that has not yet learnt that it leads no longer.
 */
export type ReadFault = 'silent' | 'incomplete' | 'by-leader' | 'by-follower' | ServiceError;

interface Due<Fault> {
  readonly fault: Fault;
  readonly met: () => void;
}

/** What the double does wrong, on request only. */
export class Faults {
  private readonly appends: Due<AppendFault>[] = [];
  private readonly reads: Due<ReadFault>[] = [];
  private readonly held: (() => void)[] = [];
  private readonly subscriptions: Subscription[] = [];
  /** Reads of streams and pages are not counted. */
  subscriptionsBegun = 0;
  knowsBatchAppend = true;
  /** The log of a follower that lags. It answers every read that does not ask for the leader. */
  follower: ProtocolLog | undefined;

  /** The next append that no other fault waits for meets this one. Resolves when it has. */
  onNextAppend(fault: AppendFault): Promise<void> {
    return new Promise((met) => this.appends.push({ fault, met }));
  }

  onNextRead(fault: ReadFault): Promise<void> {
    return new Promise((met) => this.reads.push({ fault, met }));
  }

  takeAppend(): Due<AppendFault> | undefined {
    return this.appends.shift();
  }

  takeRead(): Due<ReadFault> | undefined {
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
    this.subscriptionsBegun++;
    this.subscriptions.push(subscription);
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
