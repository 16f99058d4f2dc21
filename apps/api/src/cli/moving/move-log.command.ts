import { Command, Option } from 'commander';
import { compareLogs } from '#events/moving/compare-logs';
import { copyLog } from '#events/moving/copy-log';
import { mustBeStill } from '#events/moving/must-be-still';
import type { EventStore } from '#events/store/event-store';
import type { Position } from '#events/store/recorded-event';
import { verbatimCodec } from '#events/versioning/verbatim-codec';
import { projections } from '#read-models/projections';
import { compareShown } from '#read-models/verifying/compare-shown';
import type { Verified } from '#read-models/verifying/verify-views';
import { readConfig, type Config } from '#runtime/config';
import { makeDataFolder } from '#runtime/data-folder';
import { openLog } from '#stores/open-log';
import { openShownRows } from '#stores/open-views';
import { CommandRefused, EXIT } from '../exit-codes.js';
import { readingLog } from '../installation-files.js';
import { showProgress, type Progress } from '../progress.js';
import { print, type Terminal } from '../terminal.js';
import { mustBeIdle, mustHaveItsPepper } from './before-moving.js';
import { configAt, mustExist, PLACES, type Place } from './places.js';
import { showEverything } from './show-everything.js';

interface Asked {
  readonly from: Place;
  readonly to: Place;
  readonly json?: boolean;
}

interface Moved {
  readonly events: number;
  readonly rows: number;
}

interface Copied {
  readonly events: number;
  readonly copiedUpTo: Position;
}

interface Move {
  readonly from: Config;
  readonly to: Config;
  readonly terminal: Terminal;
}

export const moveLogCommand = (terminal: Terminal): Command =>
  new Command('move-log')
    .description('Copy an installation to the servers or back, and compare logs and read models at the end')
    .addOption(new Option('--from <place>', 'where it stands').choices(PLACES).makeOptionMandatory())
    .addOption(
      new Option('--to <place>', 'empty, or what an earlier try has left').choices(PLACES).makeOptionMandatory(),
    )
    .option('--json', 'one JSON document, for scripts')
    .action(async ({ from, to, json }: Asked) => {
      if (from === to) throw new CommandRefused('an installation is moved to another place', EXIT.usage);
      const config = readConfig(terminal.environment);
      const moved = await move({ from: configAt(from, config), to: configAt(to, config), terminal });
      print(
        terminal,
        json,
        moved,
        ({ events, rows }) => `${events} events and ${rows} rows are the same in both places`,
      );
    });

/** Run again it goes on where it was broken off. @throws CommandRefused, NotACopy, LogsDiffer, WrittenMeanwhile */
async function move({ from, to, terminal }: Move): Promise<Moved> {
  mustExist(from);
  await makeDataFolder(to.dataDir);
  await mustHaveItsPepper(from);
  await mustBeIdle(from);
  await mustBeIdle(to);
  const { events, copiedUpTo } = await moveLog({ from, to, terminal });
  await showEverything(from, terminal);
  await showEverything(to, terminal);
  const { rows, differing } = await compareViews(from, to);
  // Before the rows: they differ by what came meanwhile.
  await readingLog(from, (log) => mustBeStill(log, copiedUpTo));
  if (differing.length > 0) throw new CommandRefused(`${differing.length} rows differ between the places`);
  return { events, rows };
}

async function moveLog({ from, to, terminal }: Move): Promise<Copied> {
  const source = await openLog(from, { readOnly: true, codec: verbatimCodec });
  const target = await openLog(to, { codec: verbatimCodec });
  const step = async <T>(what: string, work: (progress: Progress) => Promise<T>): Promise<T> => {
    const progress = showProgress(terminal, what, Number(await source.head()));
    return work(progress).finally(() => progress.stop());
  };
  const logs = (progress: Progress) => ({
    from: source,
    to: target,
    onProgress: (position: bigint) => progress.moveTo(Number(position)),
  });
  try {
    const copiedUpTo = await step('copy', (progress) => copyLog(logs(progress)));
    const events = await step('compare', (progress) => compareLogs(logs(progress))).finally(() =>
      mustBeStill(source, copiedUpTo),
    );
    return { events, copiedUpTo };
  } finally {
    await closeAll([source, target]);
  }
}

async function compareViews(from: Config, to: Config): Promise<Verified> {
  const [original, copy] = [await openShownRows(from), await openShownRows(to)];
  try {
    return await compareShown(projections, original, copy);
  } finally {
    await Promise.all([original.close(), copy.close()]);
  }
}

const closeAll = (logs: readonly EventStore[]): Promise<unknown> => Promise.all(logs.map((log) => log.close()));
