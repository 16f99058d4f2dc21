import type { OnApplicationShutdown } from '@nestjs/common';
import type { EventStore } from '#events/store/event-store';
import { lagBehind } from '#read-models/runner/lag';
import type { LeaseKeeper } from '#read-models/runner/lease-keeper';
import type { ProjectionGroup } from '#read-models/runner/projection-group';
import { waited } from '#read-models/runner/supervised';
import { furthestBehind } from '#read-models/store/furthest-behind';
import type { Lease, ProjectionStore } from '#read-models/store/projection-store';
import type { Logger } from '#runtime/logger';
import { isAlive, NO_PULSE, type Pulse } from './pulse.js';
import type { Reactors } from './reactors/reactors.js';

const REPORT_MS = 60_000;
const BEAT_MS = 2000;

/** Shows others that this process does its part. */
export interface Heart {
  readonly beat: () => Promise<void>;
  readonly end: () => Promise<void>;
}

export interface ProjectorParts {
  readonly log: EventStore;
  readonly store: ProjectionStore;
  readonly logger: Logger;
  readonly group: ProjectionGroup;
  readonly keeper: LeaseKeeper;
  readonly reactors: Reactors;
  readonly heart: Heart;
}

/** Follows the log whenever this process holds the lease. */
export class Projector implements OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private beating: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ProjectorParts) {}

  /** Rejects where going on would show what is not so: the log was rolled back. */
  run(): Promise<void> {
    this.running = this.parts.keeper.hold(this.stopping.signal, (lease, signal) => this.work(lease, signal));
    void this.reportLag();
    this.beating = this.keepBeating();
    return this.running;
  }

  /** The reactors act while this process builds the views that they look at, and no longer. */
  private async work(lease: Lease, signal: AbortSignal): Promise<void> {
    const { group, reactors } = this.parts;
    const ended = new AbortController();
    const reacting = reactors.run(AbortSignal.any([signal, ended.signal]));
    try {
      await group.run(lease, signal);
    } finally {
      ended.abort();
      await reacting;
    }
  }

  /** Ends between two commits; the lease is given back, so that another projector need not wait. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled([this.running, this.beating]);
    await this.parts.heart.end();
    await this.parts.reactors.close();
    await this.parts.store.close();
    await this.parts.log.close();
  }

  private async keepBeating(): Promise<void> {
    let before = NO_PULSE;
    while (await waited(BEAT_MS, this.stopping.signal)) before = await this.beatAfter(before).catch(() => before);
  }

  /** What is away keeps the heart still, too: nobody can do their part then. */
  private async beatAfter(before: Pulse): Promise<Pulse> {
    const now = await this.pulse();
    if (isAlive(before, now)) await this.parts.heart.beat();
    return now;
  }

  private async pulse(): Promise<Pulse> {
    const { keeper, group, log } = this.parts;
    const head = await log.head();
    const followed = keeper.isLeader ? group.status().filter(({ state }) => state !== 'building') : [];
    const checkpoint = followed.length > 0 && { checkpoint: furthestBehind(followed.map((view) => view.checkpoint)) };
    return { leaseAnswers: keeper.answers, head, ...checkpoint };
  }

  private async reportLag(): Promise<void> {
    while (await waited(REPORT_MS, this.stopping.signal)) {
      if (this.parts.keeper.isLeader) await this.tellLag().catch(this.lagUnknown);
    }
  }

  /** Says nothing while all is well. */
  private async tellLag(): Promise<void> {
    const { group, log, logger, reactors } = this.parts;
    for (const { name, checkpoint, parkedKeys } of group.status()) {
      const lag = await lagBehind(log, checkpoint, Date.now());
      if (lag.events > 0 || parkedKeys > 0) logger.warn({ projection: name, ...lag, parkedKeys }, 'behind the log');
    }
    for (const { name, checkpoint, parked } of reactors.status()) {
      if (parked > 0) logger.warn({ reactor: name, checkpoint: String(checkpoint), parked }, 'events are set aside');
    }
  }

  private readonly lagUnknown = (error: unknown): void =>
    this.parts.logger.warn({ err: error }, 'the lag could not be told');
}
