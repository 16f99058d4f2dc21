import Table from 'cli-table3';
import { Command } from 'commander';
import type { EventStore } from '#events/store/event-store';
import { lagBehind } from '#read-models/runner/lag';
import { projections } from '#read-models/projections';
import { checkpointIfShown } from '#read-models/store/checkpoint-if-shown';
import type { Projection } from '#read-models/store/define-projection';
import type { ProjectionStore } from '#read-models/store/projection-store';
import type { ReadStore } from '#read-models/store/read-store';
import { openProjectionStore, openReadStore } from '#stores/open-views';
import { configOf, readingLog } from '../installation-files.js';
import { print, type Terminal } from '../terminal.js';

interface Stores {
  readonly log: EventStore;
  readonly views: ReadStore;
  readonly projectionStore: ProjectionStore;
}

interface ViewStatus {
  readonly name: string;
  readonly version: number;
  /** Absent while the first version is being built. */
  readonly checkpoint?: string;
  /** Events not yet shown, counted up to 1,000, and the age of the oldest. */
  readonly lagEvents: number;
  readonly lagSeconds: number;
  /** Rows that show what held before an event that could not be folded. */
  readonly stuckRows: number;
}

interface Status {
  readonly head: string;
  readonly views: readonly ViewStatus[];
}

export const statusCommand = (terminal: Terminal): Command =>
  new Command('status')
    .description('How far the log reaches, and how far the read models are behind it')
    .option('--json', 'one JSON document, for scripts')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const config = configOf(terminal);
      const status = await readingLog(config, async (log) => {
        const views = await openReadStore(config);
        const projectionStore = await openProjectionStore(config);
        try {
          return await statusIn({ log, views, projectionStore });
        } finally {
          await Promise.all([views.close(), projectionStore.close()]);
        }
      });
      print(terminal, json, status, rendered);
    });

async function statusIn(stores: Stores): Promise<Status> {
  const head = await stores.log.head();
  return { head: head.toString(), views: await Promise.all(projections.map((one) => statusOf(one, stores))) };
}

async function statusOf(projection: Projection, { log, views, projectionStore }: Stores): Promise<ViewStatus> {
  const checkpoint = await checkpointIfShown(views, projection);
  const lag = await lagBehind(log, checkpoint ?? 0n, Date.now());
  const parked = await projectionStore.parked(projection);
  return {
    name: projection.name,
    version: projection.version,
    ...(checkpoint !== undefined && { checkpoint: checkpoint.toString() }),
    lagEvents: lag.events,
    lagSeconds: Math.round(lag.seconds),
    stuckRows: new Set(parked.map(({ key }) => key)).size,
  };
}

function rendered({ head, views }: Status): string {
  const table = new Table({
    head: ['view', 'version', 'checkpoint', 'events behind', 'seconds behind', 'stuck rows'],
    style: { head: [], border: [] },
  });
  for (const { name, version, checkpoint, lagEvents, lagSeconds, stuckRows } of views)
    table.push([name, version, checkpoint ?? 'being built', lagEvents, lagSeconds, stuckRows]);
  return `The log reaches position ${head}.\n${table.toString()}`;
}
