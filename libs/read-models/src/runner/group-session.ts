import type { EventStore } from '#events/store/event-store';
import type { Position } from '#events/store/recorded-event';
import { furthestBehind } from '../store/furthest-behind.js';
import type { Lease, ProjectionStore } from '../store/projection-store.js';
import { pagesOf, type LogPage } from './event-log.js';
import type { LogEvent } from './fold.js';
import type { ProjectionFeed } from './projection-feed.js';
import { LogRolledBack } from './runner.errors.js';
import type { RunnerLog } from './runner-log.js';
import type { RunnerOptions } from './runner-options.js';
import { streamsUpTo } from './streams-up-to.js';
import { aborted, waited } from './supervised.js';

export interface SessionContext {
  readonly log: EventStore;
  readonly store: ProjectionStore;
  readonly runnerLog: RunnerLog;
  readonly options: RunnerOptions;
  readonly lease: Lease;
}

/** The life of one subscription: begins at the stored checkpoints, ends with the signal, an error or silence. */
export class GroupSession {
  /** The batch that is being folded and committed. */
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: SessionContext,
    private readonly feeds: readonly ProjectionFeed[],
  ) {}

  /** @throws LogRolledBack */
  async run(signal: AbortSignal): Promise<void> {
    await this.mustNotBeBeyondTheLog();
    await this.catchUp(signal);
    if (signal.aborted) return;
    await this.showAll();
    const ended = new AbortController();
    const ending = AbortSignal.any([signal, ended.signal]);
    try {
      // A subscription may hang without an end or an error; it is left behind then.
      await Promise.race([this.followLive(ending), this.silence(ending), aborted(signal)]);
    } finally {
      ended.abort();
      // A commit that is still under way moves what the next session begins from.
      await this.working.catch(() => undefined);
    }
    // One that silence, for which it was left behind, must not hide: what is stored may have been begun anew.
    await this.working;
  }

  private get position(): Position {
    return furthestBehind(this.feeds.map(({ position }) => position));
  }

  private async mustNotBeBeyondTheLog(): Promise<void> {
    const head = await this.context.log.head();
    const beyond = this.feeds.find(({ position }) => position > head);
    if (beyond) throw new LogRolledBack(beyond.position, head);
  }

  private async catchUp(signal: AbortSignal): Promise<void> {
    const { pageEvents, commitEvents } = this.context.options;
    let uncommitted = 0;
    for await (const page of pagesOf(this.context.log, this.position, pageEvents)) {
      if (signal.aborted) return;
      await this.fold(page);
      uncommitted += page.events.length;
      if (uncommitted < commitEvents) continue;
      await this.commit();
      uncommitted = 0;
    }
    await this.commit();
  }

  /** Versions that have caught up replace those that readers see. */
  private async showAll(): Promise<void> {
    const { store, lease, runnerLog } = this.context;
    for (const feed of this.feeds) {
      if (feed.state === 'active') continue;
      await store.activate(lease, feed.projection);
      feed.state = 'active';
      runnerLog.info({ projection: feed.projection.name, version: feed.projection.version }, 'shown from now on');
    }
  }

  private async followLive(signal: AbortSignal): Promise<void> {
    const { log, options } = this.context;
    for await (const { events, position } of log.subscribe({
      after: this.position,
      batchSize: options.batchEvents,
      signal,
    })) {
      if (signal.aborted) return;
      // The cast: the log holds our events only.
      this.working = this.take({ events: events as readonly LogEvent[], position });
      await this.working;
    }
  }

  private async take(page: LogPage): Promise<void> {
    await this.fold(page);
    await this.commit();
  }

  /** Ends when nothing has come for a while although the log has grown. */
  private async silence(signal: AbortSignal): Promise<void> {
    const { log, options, runnerLog } = this.context;
    let seen = this.position;
    while (await waited(options.silenceMs, signal)) {
      const head = await log.head();
      if (this.position === seen && head > seen) {
        runnerLog.warn({ position: seen.toString(), head: head.toString() }, 'the subscription has fallen silent');
        return;
      }
      seen = this.position;
    }
  }

  private async fold(page: LogPage): Promise<void> {
    const foldings = this.feeds.map(({ folding }) => folding);
    const streamUpTo = await streamsUpTo(this.context.log, foldings, page.events);
    for (const feed of this.feeds) await feed.read(page, streamUpTo);
  }

  /** One for all projections. */
  private async commit(): Promise<void> {
    const behind = this.feeds.filter((feed) => feed.readPosition > feed.position);
    const commits = behind.map((feed) => feed.pendingCommit());
    if (commits.length > 0) await this.context.store.commit(this.context.lease, commits);
    for (const feed of behind) feed.committed();
  }
}
