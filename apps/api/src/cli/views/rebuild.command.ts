import { rm } from 'node:fs/promises';
import { Command } from 'commander';
import { rebuildBeside } from '#read-models/runner/rebuild';
import { BuildDiffers, FoldFailed } from '#read-models/runner/runner.errors';
import { SqliteProjectionStore } from '#read-models/sqlite/sqlite-projection-store';
import { swapIn } from '#read-models/sqlite/swap-in';
import type { Projection } from '#read-models/store/define-projection';
import { ViewUnavailable } from '#read-models/store/read-store.errors';
import { eventsFileOf, readFileOf } from '#stores/data-files';
import { CommandRefused } from '../exit-codes.js';
import { embeddedConfigOf, readingLog } from '../installation-files.js';
import { showProgress } from '../progress.js';
import { print, type Terminal } from '../terminal.js';
import { chosenProjections } from './chosen-projections.js';
import { WatchedLog } from './watched-log.js';

/** Nobody else opens the file, so that the lease need never lapse. */
const HOLDER = { name: 'rebuild', ttlMs: 365 * 24 * 3_600_000 };

export const rebuildCommand = (terminal: Terminal): Command =>
  new Command('rebuild')
    .description('Build views anew from the log, beside those that are shown, then swap them in')
    .argument('[view...]', 'all views where none is named')
    .option('--json', 'one JSON document, for scripts')
    .action(async (names: readonly string[], { json }: { readonly json?: boolean }) => {
      const config = embeddedConfigOf(terminal);
      const projections = chosenProjections(names);
      const head = await readingLog(config, (log) => log.head());
      const progress = showProgress(terminal, 'rebuild', Number(head));
      const log = new WatchedLog(eventsFileOf(config), (position) => progress.moveTo(Number(position)));
      try {
        await rebuilt(log, readFileOf(config), projections);
      } finally {
        progress.stop();
        await log.close();
      }
      const views = projections.map(({ name }) => name);
      print(terminal, json, { views }, () => `built anew and shown: ${views.join(', ')}`);
    });

/** @throws CommandRefused; what is shown stays as it is then */
async function rebuilt(log: WatchedLog, file: string, projections: readonly Projection[]): Promise<void> {
  const besideFile = `${file}.rebuild-${process.pid}`;
  try {
    await buildIn(besideFile, log, projections);
    swapIn(file, besideFile, projections);
  } catch (error) {
    if (error instanceof ViewUnavailable) throw new CommandRefused(`${error.message}: start the engine first`);
    if (error instanceof FoldFailed || error instanceof BuildDiffers) throw new CommandRefused(error.message);
    throw error;
  } finally {
    for (const part of ['', '-wal', '-shm']) await rm(besideFile + part, { force: true });
  }
}

async function buildIn(file: string, log: WatchedLog, projections: readonly Projection[]): Promise<void> {
  const store = new SqliteProjectionStore(file);
  try {
    const lease = await store.acquireLease(HOLDER.name, HOLDER.ttlMs);
    if (!lease) throw new CommandRefused(`${file} is left from a rebuild that was killed: remove it`);
    await rebuildBeside({ log, store, lease }, projections);
  } finally {
    await store.close();
  }
}
