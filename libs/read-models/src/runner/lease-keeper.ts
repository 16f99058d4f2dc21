import type { Lease, ProjectionStore } from '../store/projection-store.js';
import { LeaseLost, ReadModelsUnavailable } from '../store/read-store.errors.js';
import type { RunnerLog } from './runner-log.js';
import { waited } from './supervised.js';

export interface LeaseKeeperOptions {
  /** Names this process among the others. */
  readonly holder: string;
  /** How long a projector that has died keeps the others waiting. */
  readonly ttlMs: number;
}

/** Renewed so many times within its time. */
const RENEWALS = 3;

/** The server may answer again; our own connection, once closed, will not. */
const isPassing = (error: unknown): boolean => error instanceof ReadModelsUnavailable && error.reason !== 'closed';

/**
 * At most one projector works: it waits for the lease, keeps it while it works, gives it back at the end. Where the read
 * models' server goes away it waits for that, too; one that was never reached is a start that fails.
 */
export class LeaseKeeper {
  private current: Lease | undefined;
  private hasReached = false;
  private answered = 0;

  constructor(
    private readonly store: ProjectionStore,
    private readonly log: RunnerLog,
    private readonly options: LeaseKeeperOptions,
  ) {}

  get isLeader(): boolean {
    return this.current !== undefined;
  }

  /** How often the store has said who holds the lease. */
  get answers(): number {
    return this.answered;
  }

  /** Works whenever it holds the lease, until the signal aborts. The signal that the work is given aborts when the lease is lost, too. */
  async hold(signal: AbortSignal, work: (lease: Lease, signal: AbortSignal) => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      const lease = await this.awaited(signal);
      if (!lease) return;
      this.current = lease;
      this.log.info({ epoch: lease.epoch }, 'the lease is ours');
      try {
        await this.working(lease, signal, work);
      } catch (error) {
        await this.mustGoOnAfter(error, signal);
      } finally {
        this.current = undefined;
        this.log.info({ epoch: lease.epoch }, 'the work under the lease has ended');
        await this.store.releaseLease(lease).catch(this.reportLost);
      }
    }
  }

  private async mustGoOnAfter(error: unknown, signal: AbortSignal): Promise<void> {
    if (error instanceof LeaseLost) return;
    if (!isPassing(error)) throw error;
    this.log.warn({ err: error }, 'the read models are away, the work begins again');
    await waited(this.options.ttlMs / RENEWALS, signal);
  }

  private async working(
    lease: Lease,
    signal: AbortSignal,
    work: (lease: Lease, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const ended = new AbortController();
    const ending = AbortSignal.any([signal, ended.signal]);
    const renewing = this.renewing(lease, ending).finally(() => ended.abort());
    try {
      await work(lease, ending);
    } finally {
      ended.abort();
      await renewing;
    }
  }

  /** Ends when the lease is lost or the signal aborts. */
  private async renewing(lease: Lease, signal: AbortSignal): Promise<void> {
    const { ttlMs } = this.options;
    while (await waited(ttlMs / RENEWALS, signal)) {
      if (await this.isRenewed(lease)) continue;
      this.log.warn({ epoch: lease.epoch }, 'another projector has taken over');
      return;
    }
  }

  /** A store that does not answer has not given the lease to another. */
  private async isRenewed(lease: Lease): Promise<boolean> {
    try {
      const isOurs = await this.store.renewLease(lease, this.options.ttlMs);
      this.answered += 1;
      return isOurs;
    } catch (error) {
      this.log.warn({ err: error }, 'the lease could not be renewed');
      return true;
    }
  }

  private readonly reportLost = (error: unknown): void =>
    this.log.warn({ err: error }, 'the lease could not be given back');

  private async awaited(signal: AbortSignal): Promise<Lease | undefined> {
    do {
      const lease = await this.acquired();
      if (lease) return lease;
    } while (await waited(this.options.ttlMs / RENEWALS, signal));
    return undefined;
  }

  private async acquired(): Promise<Lease | undefined> {
    const { holder, ttlMs } = this.options;
    try {
      const lease = await this.store.acquireLease(holder, ttlMs);
      this.hasReached = true;
      this.answered += 1;
      return lease;
    } catch (error) {
      if (!this.hasReached || !isPassing(error)) throw error;
      this.log.warn({ err: error }, 'the read models are away, the lease is waited for');
      return undefined;
    }
  }
}
