import { Command, InvalidArgumentError } from 'commander';
import { Presets, SingleBar } from 'cli-progress';
import { recognise, type Recording } from './data/recognise.js';
import { ApiClient } from './engine/api-client.js';
import { Connections } from './engine/connections.js';
import { signIn, type Credentials } from './engine/sign-in.js';
import { startEngine, type Engine } from './engine/start-engine.js';
import { replayBank } from './bank/replay-bank.js';
import { replayBpic } from './bpic/replay-bpic.js';
import type { ReplayContext, Replayed } from './replay.js';
import { differs, tableOf } from './report/figure.js';

interface Options {
  readonly callers: number;
  readonly cap?: number;
  readonly apis: number;
  readonly kill: number;
  readonly url?: readonly string[];
  readonly username: string;
}

const REPLAYS: Readonly<Record<Recording, (context: ReplayContext) => Promise<Replayed>>> = {
  bank: replayBank,
  bpic: replayBpic,
};

/** Where nobody watches, a line now and then. */
const BAR = {
  format: '{bar} {value}/{total} calls, {eta_formatted} left',
  noTTYOutput: true,
  notTTYSchedule: 30_000,
};

const positive = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('must be a whole number above 0');
  return number;
};

const program = new Command('replay')
  .description('Drives the engine with a recorded campaign and holds its reports against the record')
  .argument('<file>', 'bank-full.csv or bpic2017_w_events.csv.gz; its counts stand beside it (*.truth.json)')
  .option('--callers <number>', 'simulated callers of the bank campaign', positive, 200)
  .option('--cap <number>', 'R5: the attempt cap of the bank campaign; further attempts must be refused', positive)
  .option('--apis <number>', 'API processes; of several the second projector waits to take over', positive, 1)
  .option('--kill <times>', 'ends every process of the engine so many times during the bank campaign', positive, 0)
  .option(
    '--url <urls...>',
    'an engine that runs already with CLOCK=controlled; the password is read from ADMIN_PASSWORD',
  )
  .option('--username <name>', 'its administrator', 'admin')
  .parse();
const [file = ''] = program.args;
const options = program.opts<Options>();

interface Driven {
  readonly urls: readonly string[];
  readonly admin: Credentials;
  /** Ours, where none was named. */
  readonly engine?: Engine;
}

async function drivenBy({ url, username, apis }: Options): Promise<Driven> {
  if (url !== undefined) return { urls: url, admin: { username, password: process.env['ADMIN_PASSWORD'] ?? '' } };
  const engine = await startEngine(apis);
  return { urls: engine.urls, admin: engine.admin, engine };
}

async function replay(): Promise<Replayed> {
  const recording = await recognise(file);
  const { urls, admin, engine } = await drivenBy(options);
  const connections = new Connections(urls, options.callers);
  try {
    const { client } = await signIn(new ApiClient(connections), admin);
    const bar = new SingleBar(BAR, Presets.shades_classic);
    const runName = Date.now().toString(36);
    const context = { ...options, file, admin: client, connections, runName, bar, ...(engine && { engine }) };
    return await REPLAYS[recording](context);
  } finally {
    await connections.close();
    await engine?.stop();
  }
}

const { figures, calls, seconds, notes } = await replay();
console.log(tableOf(figures));
for (const note of notes) console.log(note);
console.log(`${calls} calls in ${seconds.toFixed(0)} s: ${(calls / seconds).toFixed(0)} calls a second`);
const different = figures.filter(differs).length;
console.log(different === 0 ? 'every figure is equal' : `${different} figures differ`);
process.exitCode = different === 0 ? 0 : 1;
