import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { isReached, tableOf, type Measurement } from './harness/measurement.js';
import { RunFolder } from './harness/run-folder.js';
import { ROWS } from './rows/index.js';
import { openBenchServers } from './servers/bench-servers.js';
import { SERVER_ROWS } from './servers/index.js';

interface Options {
  readonly only?: readonly string[];
  readonly servers: boolean;
  readonly json: boolean;
}

const namesOf = (rows: readonly { readonly name: string }[]): string[] => [...new Set(rows.map(({ name }) => name))];

const command = new Command('bench')
  .description('Measures the engine against what this machine can do at most, in one run')
  .addOption(new Option('--only <names...>', 'these rows').choices(namesOf([...ROWS, ...SERVER_ROWS])))
  .option(
    '--servers',
    'on EVENTSTORE_TEST_URL and MONGODB_TEST_URL, both empty; on doubles where they are not set',
    false,
  )
  .option('--json', 'print one JSON document instead of the table', false)
  .parse();
const { only, json, servers } = command.opts<Options>();

interface Row {
  readonly name: string;
  measure(): Promise<readonly Measurement[]>;
}

/** A row that breaks is told and makes the run fail; the others are measured all the same. */
async function measureAll(rows: readonly Row[]): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const row of rows.filter(({ name }) => !only || only.includes(name))) {
    console.error(`measuring ${row.name}`);
    try {
      measurements.push(...(await row.measure()));
    } catch (error) {
      console.error(`${row.name} broke:`, error);
      process.exitCode = 1;
    }
  }
  return measurements;
}

async function measureOnServers(folder: RunFolder): Promise<readonly Measurement[]> {
  const opened = await openBenchServers();
  try {
    console.error(`on ${opened.which}`);
    const rows = SERVER_ROWS.map(({ name, measure }) => ({ name, measure: () => measure(opened, folder) }));
    return (await measureAll(rows)).map((measured) => ({ ...measured, what: `${measured.what} (${opened.which})` }));
  } finally {
    await opened.stop();
  }
}

const measureEmbedded = (folder: RunFolder): Promise<readonly Measurement[]> =>
  measureAll(ROWS.map(({ name, measure }) => ({ name, measure: () => measure(folder) })));

const run = await RunFolder.make();
try {
  const measurements = await (servers ? measureOnServers(run) : measureEmbedded(run));
  const machine = { node: process.version, cores: availableParallelism() };
  if (json) {
    console.log(
      JSON.stringify({ machine, measurements: measurements.map((m) => ({ ...m, reached: isReached(m) })) }, null, 2),
    );
  } else {
    console.log(tableOf(measurements));
    console.log(
      `Node ${machine.node} on ${machine.cores} cores. HTTP load comes from a process of its own, on the same cores as the servers.`,
    );
  }
} finally {
  await run.remove();
}
