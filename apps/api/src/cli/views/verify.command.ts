import { Command } from 'commander';
import type { Projection } from '#read-models/store/define-projection';
import { verifyViews, type Verified } from '#read-models/verifying/verify-views';
import type { Config } from '#runtime/config';
import { openShownRows } from '#stores/open-views';
import { CommandRefused } from '../exit-codes.js';
import { configOf, readingLog } from '../installation-files.js';
import { showProgress } from '../progress.js';
import { print, type Terminal } from '../terminal.js';
import { chosenProjections } from './chosen-projections.js';

export const verifyCommand = (terminal: Terminal): Command =>
  new Command('verify')
    .description('Fold the log anew and compare every row of the views with it; exit code 1 where one differs')
    .argument('[view...]', 'all views where none is named')
    .option('--json', 'one JSON document, for scripts')
    .action(async (names: readonly string[], { json }: { readonly json?: boolean }) => {
      const config = configOf(terminal);
      const verified = await verify(config, chosenProjections(names), terminal);
      print(terminal, json, verified, rendered);
      const { length } = verified.differing;
      if (length > 0)
        throw new CommandRefused(`${length} rows differ from the log; \`aterkom rebuild\` makes them anew`);
    });

async function verify(config: Config, projections: readonly Projection[], terminal: Terminal): Promise<Verified> {
  const shown = await openShownRows(config);
  try {
    return await readingLog(config, async (log) => {
      const progress = showProgress(terminal, 'verify', Number(await log.head()));
      const onProgress = (position: bigint): void => progress.moveTo(Number(position));
      const verified = await verifyViews(projections, { log, shown, onProgress });
      progress.stop();
      return verified;
    });
  } finally {
    await shown.close();
  }
}

function rendered({ rows, differing }: Verified): string {
  const lines = differing.map(({ view, key, difference }) => `${view} ${key} ${difference}`);
  return [...lines, `${rows} rows compared, ${differing.length} differ`].join('\n');
}
