import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type Child } from './child-process.js';
import type { Credentials } from './sign-in.js';

/** A period of months passes in one run, so sessions must outlive it; queries may wait for a projector that is busy. */
export const SETTINGS = {
  HOST: '127.0.0.1',
  PORT: '0',
  CLOCK: 'controlled',
  SESSION_HOURS: '8784',
  FRESHNESS_WAIT_MS: '60000',
  LOG_LEVEL: 'error',
  SELLER_NAME: 'Replay AB',
  SELLER_EMAIL: 'order@replay.example',
};
const API = 'dist/apps/api/src/main.js';
const PROJECTOR = 'dist/apps/projector/src/main.js';
/** One works, the other waits to take over. */
const PROJECTORS_OF_SEVERAL = 2;

const ADDRESS = /answers at (?<url>http:\S+?),/;
const ADMIN = /First administrator: (?<username>\S+), one-time password: (?<password>\S+)/;

export interface Engine {
  /** Of every API process. */
  readonly urls: readonly string[];
  readonly admin: Credentials;
  /** Where the thank-you mails go. */
  readonly outbox: string;
  /** Ends every process at once, as a power cut would, and starts them all again under their addresses. */
  killAndStartAgain(): Promise<void>;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** API processes and projectors on an empty data directory; on servers where the environment names them. */
export async function startEngine(apis: number): Promise<Engine> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aterkom-replay-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    return await running(dataDir, apis, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

async function running(dataDir: string, apis: number, remove: () => Promise<void>): Promise<Engine> {
  const outbox = join(dataDir, 'outbox');
  const env = { ...SETTINGS, DATA_DIR: dataDir, OUTBOX_DIR: outbox };
  let children: Child<unknown>[] = [];
  const started = async <Told>(starting: Promise<Child<Told>>): Promise<Told> => {
    const child = await starting;
    children.push(child);
    return child.told;
  };
  const startProjectors = async (): Promise<void> => {
    const count = apis > 1 ? PROJECTORS_OF_SEVERAL : 1;
    for (let index = 0; index < count; index += 1) await started(projector(env));
  };
  const { url, admin } = await started(firstApi(env));
  const urls = [url];
  while (urls.length < apis) urls.push(await started(api(env)));
  await startProjectors();
  return {
    urls,
    admin,
    outbox,
    async killAndStartAgain() {
      await Promise.all(children.map((child) => child.kill()));
      children = [];
      for (const one of urls) await started(api({ ...env, PORT: new URL(one).port }));
      await startProjectors();
    },
    async stop() {
      await Promise.all(children.map((child) => child.stop()));
      await remove();
    },
  };
}

const firstApi = (env: Environment) =>
  startChild({
    file: API,
    env,
    understand(heard) {
      const url = addressIn(heard);
      const admin = ADMIN.exec(heard)?.groups;
      if (url === undefined || !admin) return undefined;
      return { url, admin: { username: admin['username'] ?? '', password: admin['password'] ?? '' } };
    },
  });

const api = (env: Environment): Promise<Child<string>> => startChild({ file: API, env, understand: addressIn });

const projector = (env: Environment): Promise<Child<true>> =>
  startChild({ file: PROJECTOR, env, understand: () => true as const });

const addressIn = (heard: string): string | undefined => ADDRESS.exec(heard)?.groups?.['url'];
