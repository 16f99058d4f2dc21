import { Command, InvalidArgumentError } from 'commander';
import { Presets, SingleBar } from 'cli-progress';
import { recognise, type Recording } from './data/recognise.js';
import { ApiClient } from './engine/api-client.js';
import { signIn, type Credentials } from './engine/sign-in.js';
import { startEngine } from './engine/start-engine.js';
import { replayBank } from './bank/replay-bank.js';
import { replayBpic } from './bpic/replay-bpic.js';
import type { ReplayContext, Replayed } from './replay.js';
import { differs, tableOf } from './report/figure.js';

interface Options {
  readonly callers: number;
  readonly cap?: number;
  readonly url?: string;
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
  .option('--url <url>', 'an engine that runs already with CLOCK=controlled; the password is read from ADMIN_PASSWORD')
  .option('--username <name>', 'its administrator', 'admin')
  .parse();
const [file = ''] = program.args;
const options = program.opts<Options>();

/** Starts an engine of our own unless one is named. */
async function engineOf({
  url,
  username,
}: Options): Promise<{ url: string; admin: Credentials; stop(): Promise<void> }> {
  if (url === undefined) return startEngine();
  const password = process.env['ADMIN_PASSWORD'] ?? '';
  return { url, admin: { username, password }, stop: () => Promise.resolve() };
}

async function replay(): Promise<Replayed> {
  const recording = await recognise(file);
  const engine = await engineOf(options);
  const client = ApiClient.at(engine.url, options.callers);
  try {
    const admin = await signIn(client, engine.admin);
    const bar = new SingleBar(BAR, Presets.shades_classic);
    const runName = Date.now().toString(36);
    return await REPLAYS[recording]({ ...options, file, admin: admin.client, runName, bar });
  } finally {
    await client.close();
    await engine.stop();
  }
}

const { figures, calls, seconds, notes } = await replay();
console.log(tableOf(figures));
for (const note of notes) console.log(note);
console.log(`${calls} calls in ${seconds.toFixed(0)} s: ${(calls / seconds).toFixed(0)} calls a second`);
const different = figures.filter(differs).length;
console.log(different === 0 ? 'every figure is equal' : `${different} figures differ`);
process.exitCode = different === 0 ? 0 : 1;
