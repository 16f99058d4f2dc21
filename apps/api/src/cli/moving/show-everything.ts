import { setTimeout as pause } from 'node:timers/promises';
import { projections } from '#read-models/projections';
import { furthestShown } from '#read-models/store/furthest-behind';
import type { Config } from '#runtime/config';
import { createLogger } from '#runtime/logger';
import { openProjectionStore, openReadStore } from '#stores/open-views';
import { readingLog } from '../installation-files.js';
import { showProgress } from '../progress.js';
import { project } from '../project.js';
import type { Terminal } from '../terminal.js';

const LOOK_EVERY_MS = 100;

/** Builds what is not built yet, and follows the log to its end. */
export async function showEverything(config: Config, terminal: Terminal): Promise<void> {
  const views = await openReadStore(config);
  const store = await openProjectionStore(config);
  await readingLog(config, async (log) => {
    const head = await log.head();
    const progress = showProgress(terminal, 'read models', Number(head));
    const stop = project({ log, store, logger: createLogger('move-log', { logLevel: 'error' }) });
    try {
      for (let reached = 0n; reached < head;) {
        await pause(LOOK_EVERY_MS);
        reached = await furthestShown(views, projections);
        progress.moveTo(Number(reached));
      }
    } finally {
      progress.stop();
      await stop();
      await views.close();
    }
  });
}
