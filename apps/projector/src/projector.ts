import type { OnApplicationShutdown } from '@nestjs/common';
import type { EventStore } from '#events/store/event-store';
import { lagBehind } from '#read-models/runner/lag';
import type { LeaseKeeper } from '#read-models/runner/lease-keeper';
import type { ProjectionGroup } from '#read-models/runner/projection-group';
import { waited } from '#read-models/runner/supervised';
import type { ProjectionStore } from '#read-models/store/projection-store';
import type { Logger } from '#runtime/logger';

const REPORT_MS = 60_000;

export interface ProjectorParts {
  readonly log: EventStore;
  readonly store: ProjectionStore;
  readonly logger: Logger;
  readonly group: ProjectionGroup;
  readonly keeper: LeaseKeeper;
}

/** Follows the log whenever this process holds the lease. */
export class Projector implements OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ProjectorParts) {}

  /** Rejects where going on would show what is not so: the log was rolled back. */
  run(): Promise<void> {
    const { keeper, group } = this.parts;
    this.running = keeper.hold(this.stopping.signal, (lease, signal) => group.run(lease, signal));
    void this.reportLag();
    return this.running;
  }

  /** Ends between two commits; the lease is given back, so that another projector need not wait. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled([this.running]);
    await this.parts.store.close();
    await this.parts.log.close();
  }

  private async reportLag(): Promise<void> {
    while (await waited(REPORT_MS, this.stopping.signal)) {
      if (this.parts.keeper.isLeader) await this.tellLag().catch(this.lagUnknown);
    }
  }

  /** Says nothing while all is well. */
  private async tellLag(): Promise<void> {
    const { group, log, logger } = this.parts;
    for (const { name, checkpoint, parkedKeys } of group.status()) {
      const lag = await lagBehind(log, checkpoint, Date.now());
      if (lag.events > 0 || parkedKeys > 0) logger.warn({ projection: name, ...lag, parkedKeys }, 'behind the log');
    }
  }

  private readonly lagUnknown = (error: unknown): void =>
    this.parts.logger.warn({ err: error }, 'the lag could not be told');
}
