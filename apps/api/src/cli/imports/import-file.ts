import { DecisionRunner } from '#events/deciding/decision-runner';
import type { EventStore } from '#events/store/event-store';
import { ViewUnavailable } from '#read-models/store/read-store.errors';
import { createLogger } from '#runtime/logger';
import { openParts } from '../../api.module.js';
import { readImportState, type ImportState } from '../../imports/report/import-state.js';
import { Imports } from '../../imports/run/imports.js';
import { CampaignLookup } from '../../shared/campaign-lookup.js';
import { commandLineCause } from '../command-line-cause.js';
import { CommandRefused, EXIT } from '../exit-codes.js';
import { configOf } from '../installation-files.js';
import { showProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';

const LOOK_EVERY_MS = 200;

export interface FileToImport {
  readonly path: string;
  readonly roundId: string;
  readonly mapping?: Readonly<Record<string, string>>;
}

export interface FinishedImport extends ImportState {
  readonly importId: string;
}

/** What the API does with a file, done by this process on the same log; `work` may read the report. */
export async function importFile<T>(
  terminal: Terminal,
  { roundId, ...file }: FileToImport,
  work: (finished: FinishedImport, store: EventStore) => Promise<T>,
): Promise<T> {
  const config = configOf(terminal);
  const logger = createLogger('cli', config);
  const { store, views, hash, clock } = await openParts(config, logger);
  const decisions = new DecisionRunner(store);
  const imports = new Imports({ store, decisions, hash, clock, logger });
  try {
    const campaignId = await new CampaignLookup(decisions, views).idOfRound(roundId).catch(engineFirst);
    const { importId, done } = await imports.start({ ...file, campaignId, roundId, cause: commandLineCause(clock) });
    await watched(terminal, imports, importId, done);
    const state = await readImportState(store, importId);
    if (state.completedAt === undefined)
      throw new CommandRefused('interrupted; run it again to finish it', EXIT.failed);
    return await work({ importId, ...state }, store);
  } finally {
    await imports.stop();
    await Promise.all([store.close(), views.close()]);
  }
}

/** The list of rounds is the projector's; without it a round cannot be found. */
function engineFirst(error: unknown): never {
  if (error instanceof ViewUnavailable) throw new CommandRefused(`${error.message}: start the engine first`);
  throw error;
}

async function watched(terminal: Terminal, imports: Imports, importId: string, done: Promise<void>): Promise<void> {
  const { rows = 0, report } = imports.find(importId) ?? {};
  const progress = showProgress(terminal, 'import', rows);
  const show = (): void => {
    if (report?.run.status === 'started') progress.moveTo(sum(Object.values(report.run.counts)));
  };
  const looking = setInterval(show, LOOK_EVERY_MS);
  await done;
  clearInterval(looking);
  show();
  progress.stop();
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
