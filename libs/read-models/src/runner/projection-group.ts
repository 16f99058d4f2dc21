import type { Position } from '#events/store/recorded-event';
import type { Projection } from '../store/define-projection.js';
import type { Lease, VersionState } from '../store/projection-store.js';
import { LeaseLost, WritesLost } from '../store/read-store.errors.js';
import { buildAll } from './bulk-build.js';
import { GroupSession, type SessionContext } from './group-session.js';
import { ProjectionFeed } from './projection-feed.js';
import { replayParked } from './replay-parked.js';
import { LogRolledBack } from './runner.errors.js';
import { RUNNER_DEFAULTS, type RunnerOptions } from './runner-options.js';
import { aborted, supervised, type Attempted } from './supervised.js';
import { WorkingSet } from './working-set.js';

/** What no loop goes on after by itself. */
const ENDINGS = [LogRolledBack, LeaseLost, WritesLost];

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly state: VersionState;
  readonly checkpoint: Position;
  readonly parkedKeys: number;
  /** Why its rebuild stopped. */
  readonly failure?: string;
}

export interface GroupContext extends Omit<SessionContext, 'lease' | 'options'> {
  readonly options?: Partial<RunnerOptions>;
}

/**
 * One loop over the log for several projections, which commit together: catches up in pages, then follows live.
 * New versions are built beside meanwhile and join when they are complete.
 */
export class ProjectionGroup {
  private readonly options: RunnerOptions;
  private readonly building = new Set<string>();
  private readonly failures = new Map<string, string>();
  private feeds: readonly ProjectionFeed[] = [];
  private joining = new AbortController();

  constructor(
    private readonly projections: readonly Projection[],
    private readonly context: GroupContext,
  ) {
    this.options = { ...RUNNER_DEFAULTS, ...context.options };
  }

  /** Follows the log until the signal aborts. @throws LogRolledBack, LeaseLost */
  async run(lease: Lease, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.runUntilLoss(lease, signal);
      } catch (error) {
        if (!(error instanceof WritesLost)) throw error;
        this.context.runnerLog.error({ err: error }, error.message);
      }
    }
  }

  private async runUntilLoss(lease: Lease, signal: AbortSignal): Promise<void> {
    await this.findWhatIsToBeBuilt(lease);
    const ended = new AbortController();
    const ending = AbortSignal.any([signal, ended.signal]);
    const supervision = { ...this.options, signal: ending, onEnd: this.report };
    const context = { ...this.context, options: this.options, lease };
    const loops = [
      supervised(() => this.follow(context, ending), supervision),
      supervised(() => this.build(context, ending), supervision),
    ];
    try {
      await Promise.all(loops);
    } finally {
      ended.abort();
      await Promise.allSettled(loops);
    }
  }

  status(): readonly ProjectionStatus[] {
    return this.projections.map(({ name, version }) => {
      const feed = this.feeds.find(({ projection }) => projection.name === name);
      return {
        name,
        version,
        state: feed?.state ?? 'building',
        checkpoint: feed?.position ?? 0n,
        parkedKeys: feed?.parkedCount ?? 0,
        failure: this.failures.get(name),
      };
    });
  }

  private async findWhatIsToBeBuilt(lease: Lease): Promise<void> {
    this.building.clear();
    this.failures.clear();
    for (const projection of this.projections) {
      const { state } = await this.context.store.open(lease, projection);
      if (state === 'building') this.building.add(projection.name);
    }
  }

  private async follow(context: SessionContext, signal: AbortSignal): Promise<Attempted> {
    const joining = new AbortController();
    this.joining = joining;
    const ending = AbortSignal.any([signal, joining.signal]);
    const complete = this.projections.filter(({ name }) => !this.building.has(name));
    this.feeds = await Promise.all(complete.map((projection) => followed(context, projection)));
    if (this.feeds.length === 0) await aborted(ending);
    else await new GroupSession(context, this.feeds).run(ending);
    return joining.signal.aborted ? 'again' : 'ended';
  }

  private async build(context: SessionContext, signal: AbortSignal): Promise<Attempted> {
    const chosen = this.projections.filter(({ name }) => this.building.has(name));
    const feeds = await Promise.all(chosen.map((projection) => built(context, projection)));
    for (const { feed, failure } of await buildAll({ ...context, signal }, feeds)) {
      const { name, version } = feed.projection;
      if (failure) {
        this.failures.set(name, failure.message);
        this.context.runnerLog.error({ projection: name, version, err: failure }, 'the rebuild stopped');
      } else {
        this.building.delete(name);
        this.context.runnerLog.info({ projection: name, version }, 'built');
      }
    }
    this.joining.abort();
    return 'done';
  }

  private readonly report = (error?: unknown): void => {
    if (ENDINGS.some((ending) => error instanceof ending)) throw error;
    this.context.runnerLog.warn({ err: error }, 'the loop over the log ended and begins again');
  };
}

const followed = async (context: SessionContext, projection: Projection): Promise<ProjectionFeed> =>
  feedOf(context, projection, { parkedKeys: await replayParked(context, projection), onFailure: 'park' });

const built = (context: SessionContext, projection: Projection): Promise<ProjectionFeed> =>
  feedOf(context, projection, { parkedKeys: [], onFailure: 'stop' });

async function feedOf(
  { store, lease }: SessionContext,
  projection: Projection,
  manner: { readonly parkedKeys: readonly string[]; readonly onFailure: 'stop' | 'park' },
): Promise<ProjectionFeed> {
  const workingSet = new WorkingSet((keys) => store.load(projection, projection, keys));
  return new ProjectionFeed(projection, await store.open(lease, projection), { workingSet, ...manner });
}
