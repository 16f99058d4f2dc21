import type { EventStore } from '#events/store/event-store';
import type { Position } from '#events/store/recorded-event';
import type { Projection } from '../store/define-projection.js';
import { furthestBehind } from '../store/furthest-behind.js';
import type { Lease, ProjectionStore } from '../store/projection-store.js';
import { buildAll } from './bulk-build.js';
import { pagesOf, type LogPage } from './event-log.js';
import { ProjectionFeed } from './projection-feed.js';
import { RUNNER_DEFAULTS } from './runner-options.js';
import { streamsUpTo } from './streams-up-to.js';
import { WorkingSet } from './working-set.js';

export interface RebuildContext {
  readonly log: EventStore;
  /** A place of its own, empty. */
  readonly store: ProjectionStore;
  readonly lease: Lease;
  /** Before each page, with the position up to where the log has been read. */
  readonly onPage: (position: Position) => Promise<void>;
}

/**
 * Builds projections from the whole log, beside those that are shown. Returns what folds in what has come since.
 * @throws FoldFailed, BuildDiffers
 */
export async function rebuildBeside(
  context: RebuildContext,
  projections: readonly Projection[],
): Promise<() => Promise<void>> {
  const { store, lease } = context;
  const feeds = await Promise.all(projections.map((projection) => feedOf(store, lease, projection)));
  const signal = new AbortController().signal;
  const built = await buildAll({ ...context, options: RUNNER_DEFAULTS, signal }, feeds);
  const failed = built.find(({ failure }) => failure);
  if (failed?.failure) throw failed.failure;
  return () => catchUp(context, feeds);
}

async function feedOf(store: ProjectionStore, lease: Lease, projection: Projection): Promise<ProjectionFeed> {
  const workingSet = new WorkingSet((keys) => store.load(projection, projection, keys));
  const stored = await store.open(lease, projection);
  return new ProjectionFeed(projection, stored, { workingSet, parkedKeys: [], onFailure: 'stop' });
}

async function catchUp(context: RebuildContext, feeds: readonly ProjectionFeed[]): Promise<void> {
  const { log, onPage } = context;
  const head = await log.head();
  for await (const page of pagesOf(log, behindAll(feeds), RUNNER_DEFAULTS.pageEvents)) {
    await onPage(page.position);
    await commitPage(context, feeds, page);
  }
  // A projector that follows the log live may stand behind the last event of ours.
  if (behindAll(feeds) < head) await commitPage(context, feeds, { events: [], position: head });
}

async function commitPage(
  { log, store, lease }: RebuildContext,
  feeds: readonly ProjectionFeed[],
  page: LogPage,
): Promise<void> {
  const foldings = feeds.map(({ folding }) => folding);
  const streamUpTo = await streamsUpTo(log, foldings, page.events);
  for (const feed of feeds) await feed.read(page, streamUpTo);
  const commits = feeds.map((feed) => feed.pendingCommit());
  await store.commit(lease, commits);
  for (const feed of feeds) feed.committed();
}

const behindAll = (feeds: readonly ProjectionFeed[]): Position => furthestBehind(feeds.map(({ position }) => position));
