import { setImmediate as nextTurn } from 'node:timers/promises';
import { Command } from 'commander';
import type { EventStore } from '#events/store/event-store';
import { rebuildBeside } from '#read-models/runner/rebuild';
import { BuildDiffers, FoldFailed } from '#read-models/runner/runner.errors';
import type { Projection } from '#read-models/store/define-projection';
import { RebuildBehind } from '#read-models/store/read-store.errors';
import type { RebuildPlace } from '#read-models/store/rebuild-place';
import { openRebuildPlace } from '#stores/open-views';
import { CommandRefused } from '../exit-codes.js';
import { configOf, readingLog } from '../installation-files.js';
import { showProgress } from '../progress.js';
import { print, type Terminal } from '../terminal.js';
import { chosenProjections } from './chosen-projections.js';

/** Nobody else builds in the place; longer than any rebuild takes. */
const HOLDER = { name: 'rebuild', ttlMs: 24 * 3_600_000 };

const isRefusal = (error: unknown): error is Error =>
  [FoldFailed, BuildDiffers, RebuildBehind].some((kind) => error instanceof kind);

interface Rebuild {
  readonly log: EventStore;
  readonly place: RebuildPlace;
  readonly terminal: Terminal;
}

export const rebuildCommand = (terminal: Terminal): Command =>
  new Command('rebuild')
    .description('Build views anew from the log, beside those that are shown, then swap them in')
    .argument('[view...]', 'all views where none is named')
    .option('--json', 'one JSON document, for scripts')
    .action(async (names: readonly string[], { json }: { readonly json?: boolean }) => {
      const config = configOf(terminal);
      const projections = chosenProjections(names);
      const place = await openRebuildPlace(config);
      try {
        await readingLog(config, (log) => rebuild({ log, place, terminal }, projections));
      } finally {
        await place.discard();
      }
      const views = projections.map(({ name }) => name);
      print(terminal, json, { views }, () => `built anew and shown: ${views.join(', ')}`);
    });

/** @throws CommandRefused; what is shown stays as it is then */
async function rebuild({ log, place, terminal }: Rebuild, projections: readonly Projection[]): Promise<void> {
  const progress = showProgress(terminal, 'rebuild', Number(await log.head()));
  /** Signals and the progress bar get their turn between two pages. */
  const onPage = async (position: bigint): Promise<void> => {
    progress.moveTo(Number(position));
    await nextTurn();
  };
  try {
    const { store } = place;
    const lease = await store.acquireLease(HOLDER.name, HOLDER.ttlMs);
    if (!lease)
      throw new CommandRefused('what a rebuild that was killed has left is in the way: remove read.sqlite.rebuild-*');
    const catchUp = await rebuildBeside({ log, store, lease, onPage }, projections);
    await place.swapIn(projections, catchUp);
  } catch (error) {
    if (isRefusal(error)) throw new CommandRefused(error.message);
    throw error;
  } finally {
    progress.stop();
  }
}
