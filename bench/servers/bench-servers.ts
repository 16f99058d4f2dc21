import { fileURLToPath } from 'node:url';
import { startChild } from '../../replay/engine/child-process.js';

const [LOG, VIEWS] = ['EVENTSTORE_TEST_URL', 'MONGODB_TEST_URL'] as const;
/** From dist, where this file runs; the doubles are no part of what is built. */
const repository = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
/** The doubles hold log and read models in memory: the heap of the product's processes would be full of them. */
const NODE_OPTIONS = '--max-old-space-size=4096 --max-semi-space-size=64';
const TOLD = /log (?<log>\S+), views (?<views>\S+)/;

/** What the rows are measured on. */
export interface BenchServers {
  readonly log: string;
  readonly views: string;
  /** Stands in the table: a double is called a double. */
  readonly which: string;
  stop(): Promise<void>;
}

/** The servers that the environment names, which must be empty, both or neither; the doubles of this repository where it names none. */
export async function openBenchServers(): Promise<BenchServers> {
  const [log, views] = [process.env[LOG], process.env[VIEWS]];
  if (log !== undefined && views !== undefined)
    return { log, views, which: 'the servers given', stop: () => Promise.resolve() };
  if (log !== undefined || views !== undefined) throw new Error(`${LOG} and ${VIEWS} go together`);
  const { told, stop } = await startChild({
    nodeArgs: ['--conditions=source', '--import', repository('test/support/typescript.mjs')],
    file: repository('test/support/serve-doubles.ts'),
    env: { NODE_OPTIONS },
    understand: (heard) => addressesIn(heard),
  });
  return { ...told, which: 'doubles of both servers', stop };
}

function addressesIn(heard: string): Pick<BenchServers, 'log' | 'views'> | undefined {
  const told = TOLD.exec(heard)?.groups;
  return told && { log: told['log'] ?? '', views: told['views'] ?? '' };
}
