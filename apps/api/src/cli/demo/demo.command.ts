import { existsSync } from 'node:fs';
import Table from 'cli-table3';
import { Command } from 'commander';
import { instantOf } from '#domain/shared/stockholm-time';
import { SystemClock } from '#runtime/clock';
import { readConfig, type Config } from '#runtime/config';
import { eventsFileOf } from '#stores/data-files';
import { CommandRefused } from '../exit-codes.js';
import { readingLog } from '../installation-files.js';
import { showProgress } from '../progress.js';
import { print, type Terminal } from '../terminal.js';
import { Chance } from './chance.js';
import { makeCampaign, type DemoAccount } from './demo-campaign.js';
import { callAllDay } from './demo-days.js';
import { DemoEngine } from './demo-engine.js';
import { workingDaysUpTo } from './demo-times.js';
import { inventedCompanies } from './invented-companies.js';

const COMPANIES = 120;
const DAYS = 5;
/** Events of these categories stand in an installation that nobody has worked with yet. */
const BEFORE_WORK = /^(?:installation|account|username|session)-/;
const SEED = 1;

interface Made {
  readonly calls: number;
  readonly accounts: readonly DemoAccount[];
}

export const demoCommand = (terminal: Terminal): Command =>
  new Command('demo')
    .description('Fill an empty installation with an invented campaign and a week of calls')
    .option('--json', 'one JSON document, for scripts')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const config = readConfig(terminal.environment);
      await mustBeEmpty(config);
      print(terminal, json, await fill(config, terminal), rendered);
    });

/** @throws CommandRefused */
async function mustBeEmpty(config: Config): Promise<void> {
  if (config.eventStoreUrl === undefined && !existsSync(eventsFileOf(config))) return;
  const events = await readingLog(config, (log) => log.readAll({ limit: 1000 }));
  const opened = events.filter(({ type }) => type === 'AccountOpened').length;
  if (opened > 1 || events.some(({ streamId }) => !BEFORE_WORK.test(streamId)))
    throw new CommandRefused(
      'the installation is in use; the demo fills an empty one only (name a new folder in DATA_DIR)',
    );
}

/** Cia stays at home on the last two days, so that promises of hers are overdue. */
async function fill(config: Config, terminal: Terminal): Promise<Made> {
  const now = new SystemClock().now();
  const days = workingDaysUpTo(now, DAYS);
  const engine = await DemoEngine.open(config, instantOf(`${days[0] ?? now.slice(0, 10)}T07:30`));
  const progress = showProgress(terminal, 'demo', days.length);
  try {
    const companies = inventedCompanies(COMPANIES);
    const { roundId, accounts } = await makeCampaign(engine, companies);
    const callers = accounts.filter(({ role }) => role === 'caller');
    const work = { engine, roundId, companies, chance: new Chance(SEED) };
    let calls = 0;
    for (const [index, date] of days.entries()) {
      calls += await callAllDay(work, date, index < days.length - 2 ? callers : callers.slice(0, -1), now);
      progress.moveTo(index + 1);
    }
    await engine.caughtUp();
    return { calls, accounts };
  } finally {
    progress.stop();
    await engine.close();
  }
}

function rendered({ calls, accounts }: Made): string {
  const table = new Table({ head: ['username', 'role', 'one-time password'], style: { head: [], border: [] } });
  for (const { username, role, oneTimePassword = '' } of accounts) table.push([username, role, oneTimePassword]);
  return `An invented campaign with ${COMPANIES} companies and ${calls} calls. Passwords are shown this once:\n${table.toString()}\nStart the engine with \`npm start\` where it does not run yet.`;
}
