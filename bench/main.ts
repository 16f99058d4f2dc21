import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { isReached, tableOf, type Measurement } from './harness/measurement.js';
import type { BenchRow } from './harness/row.js';
import { RunFolder } from './harness/run-folder.js';
import { ROWS } from './rows/index.js';

interface Options {
  readonly only?: readonly string[];
  readonly json: boolean;
}

const command = new Command('bench')
  .description('Measures the engine against what this machine can do at most, in one run')
  .addOption(new Option('--only <names...>', 'these rows').choices(ROWS.map(({ name }) => name)))
  .option('--json', 'print one JSON document instead of the table', false)
  .parse();
const { only, json } = command.opts<Options>();

/** A row that breaks is told and makes the run fail; the others are measured all the same. */
async function measureAll(rows: readonly BenchRow[], run: RunFolder): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const row of rows) {
    console.error(`measuring ${row.name}`);
    try {
      measurements.push(...(await row.measure(run)));
    } catch (error) {
      console.error(`${row.name} broke:`, error);
      process.exitCode = 1;
    }
  }
  return measurements;
}

const run = await RunFolder.make();
try {
  const measurements = await measureAll(
    ROWS.filter(({ name }) => !only || only.includes(name)),
    run,
  );
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
