import type { EventStore } from '#events/store/event-store';
import { LeaseKeeper } from '../runner/lease-keeper.js';
import { ProjectionGroup } from '../runner/projection-group.js';
import type { RunnerLog } from '../runner/runner-log.js';
import type { RunnerOptions } from '../runner/runner-options.js';
import type { Projection } from '../store/define-projection.js';
import { allShown } from './all-shown.js';
import type { OpenStores } from './stores-under-test.js';

export interface Said {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
}

export interface RunningGroup {
  readonly group: ProjectionGroup;
  readonly said: readonly Said[];
  /** How the run ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
  /** Resolves when readers see what the log holds now. */
  caughtUp(): Promise<void>;
  /** Resolves when something was said. */
  heard(message: string): Promise<void>;
  /** Resolves when something is said from now on. */
  hears(message: string): Promise<void>;
}

export interface GroupUnderTest extends Omit<OpenStores, 'dump'> {
  readonly log: EventStore;
  readonly projections: readonly Projection[];
  readonly options?: Partial<RunnerOptions>;
  /** Of the lease. */
  readonly ttlMs?: number;
}

/** A projector as its process runs it, in this one. */
export function runGroup({ log, writer, reader, projections, options, ttlMs = 1000 }: GroupUnderTest): RunningGroup {
  const said: Said[] = [];
  const listeners = new Set<() => void>();
  const say =
    (level: Said['level']) =>
    (_: object, message: string): void => {
      said.push({ level, message });
      for (const listener of listeners) listener();
    };
  const runnerLog: RunnerLog = { info: say('info'), warn: say('warn'), error: say('error') };
  const hears = (message: string): Promise<void> =>
    new Promise((resolve) => {
      const listen = (): void => {
        if (said.at(-1)?.message !== message) return;
        listeners.delete(listen);
        resolve();
      };
      listeners.add(listen);
    });
  const quick = { firstPauseMs: 1, longestPauseMs: 5, silenceMs: 10, ...options };
  const group = new ProjectionGroup(projections, { log, store: writer, runnerLog, options: quick });
  const keeper = new LeaseKeeper(writer, runnerLog, { holder: crypto.randomUUID(), ttlMs });
  const stopping = new AbortController();
  const ended = keeper.hold(stopping.signal, (lease, signal) => group.run(lease, signal));
  const failed = ended.then(() => Promise.reject(new Error('the group has ended')));
  failed.catch(() => undefined);
  return {
    group,
    said,
    ended,
    async stop() {
      stopping.abort();
      await ended;
    },
    async caughtUp() {
      const head = await log.head();
      const passed = await Promise.race([allShown(reader, projections, head), failed]);
      if (!passed) throw new Error('the views did not catch up');
    },
    heard: (message) => (said.some((one) => one.message === message) ? Promise.resolve() : hears(message)),
    hears,
  };
}
