import type { EventStore } from '#events/store/event-store';
import type { Position } from '#events/store/recorded-event';
import type { Lease, ProjectionStore } from '../store/projection-store.js';
import { pagesOf, type LogPage } from './event-log.js';
import type { StreamUpTo } from './fold.js';
import type { ProjectionFeed } from './projection-feed.js';
import { RowSample } from './row-sample.js';
import { BuildDiffers, FoldFailed } from './runner.errors.js';
import type { RunnerOptions } from './runner-options.js';
import { deliveryOf } from './touches.js';
import { streamsUpTo } from './streams-up-to.js';

export interface BuildContext {
  readonly log: EventStore;
  readonly store: ProjectionStore;
  readonly lease: Lease;
  readonly options: RunnerOptions;
  readonly signal: AbortSignal;
  /** Before each page, with the position up to where the log has been read. */
  readonly onPage?: (position: Position) => Promise<void>;
}

interface Build {
  readonly feed: ProjectionFeed;
  readonly sample: RowSample;
  failure?: FoldFailed | BuildDiffers;
}

export interface Built {
  readonly feed: ProjectionFeed;
  /** Why it is not to be shown: an event that cannot be folded, or rows that differ from the log. */
  readonly failure?: FoldFailed | BuildDiffers;
}

/**
 * Builds new versions beside the live ones in one pass over the log: folded in memory, written in bulk, indexes and counters
 * last, then a sample is compared with the log. One that fails stops alone. Begun again, it goes on from its last commit.
 */
export async function buildAll(context: BuildContext, feeds: readonly ProjectionFeed[]): Promise<readonly Built[]> {
  if (feeds.length === 0) return [];
  const builds = feeds.map((feed): Build => ({ feed, sample: new RowSample(feed.folding) }));
  for await (const page of pagesOf(context.log, 0n, context.options.pageEvents)) {
    if (context.signal.aborted) return [];
    await context.onPage?.(page.position);
    await foldPage(context, running(builds), page);
    if (running(builds).length === 0) break;
  }
  await commit(context, running(builds));
  for (const build of running(builds)) await complete(context, build);
  return builds.map(({ feed, failure }) => ({ feed, failure }));
}

const running = (builds: readonly Build[]): Build[] => builds.filter(({ failure }) => !failure);

async function foldPage(context: BuildContext, builds: readonly Build[], page: LogPage): Promise<void> {
  const streamUpTo = await streamsUpTo(
    context.log,
    builds.map(({ feed }) => feed.folding),
    page.events,
  );
  for (const build of builds) await attempt(build, () => foldInto(build, page, streamUpTo));
  const changed = builds.reduce((sum, { feed }) => sum + feed.changedRows, 0);
  if (changed >= context.options.bulkRows) await commit(context, running(builds));
}

/** A sample begins at the first event, also where the rest goes on from a later one. */
async function foldInto({ feed, sample }: Build, page: LogPage, streamUpTo: StreamUpTo): Promise<void> {
  const delivery = deliveryOf(feed.folding, page);
  sample.fold(delivery, streamUpTo);
  if (isRead(feed, page)) await feed.read(page, streamUpTo);
  else await feed.fold(delivery, streamUpTo);
}

/** In part or whole, before the build was broken off. */
const isRead = ({ readPosition }: ProjectionFeed, { events: [first] }: LogPage): boolean =>
  first !== undefined && first.position <= readPosition;

async function commit({ store, lease }: BuildContext, builds: readonly Build[]): Promise<void> {
  const behind = builds.map(({ feed }) => feed).filter((feed) => feed.readPosition > feed.position);
  await store.commit(
    lease,
    behind.map((feed) => feed.pendingCommit()),
  );
  for (const feed of behind) feed.committed();
}

async function complete({ store, lease }: BuildContext, build: Build): Promise<void> {
  await store.completeBuild(lease, build.feed.projection);
  await attempt(build, () => build.sample.verify(store));
}

async function attempt(build: Build, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FoldFailed || error instanceof BuildDiffers)) throw error;
    build.failure = error;
  }
}
