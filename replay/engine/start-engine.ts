import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child-process.js';
import type { Credentials } from './sign-in.js';

/** A period of months passes in one run, so sessions must outlive it; queries may wait for a projector that is busy. */
const SETTINGS = {
  HOST: '127.0.0.1',
  PORT: '0',
  CLOCK: 'controlled',
  SESSION_HOURS: '8784',
  FRESHNESS_WAIT_MS: '60000',
  LOG_LEVEL: 'error',
};

const ADDRESS = /answers at (?<url>http:\S+?),/;
const ADMIN = /First administrator: (?<username>\S+), one-time password: (?<password>\S+)/;

/** What the engine says to the person who starts it. */
interface Told {
  readonly url: string;
  readonly admin: Credentials;
}

export interface Engine extends Told {
  stop(): Promise<void>;
}

/** API and projector on an empty data directory, as `npm start` runs them. */
export async function startEngine(): Promise<Engine> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aterkom-replay-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    const env = { ...SETTINGS, DATA_DIR: dataDir };
    const child = await startChild({ file: 'bin/aterkom.mjs', args: ['start'], env, understand });
    return { ...child.told, stop: () => child.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

function understand(heard: string): Told | undefined {
  const url = ADDRESS.exec(heard)?.groups?.['url'];
  const admin = ADMIN.exec(heard)?.groups;
  if (url === undefined || !admin) return undefined;
  return { url, admin: { username: admin['username'] ?? '', password: admin['password'] ?? '' } };
}
