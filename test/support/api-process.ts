import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Environment } from '#runtime/config';

const TYPESCRIPT = new URL('./typescript.mjs', import.meta.url).href;
const MAIN = fileURLToPath(new URL('../../apps/api/src/main.ts', import.meta.url));
const TOLD = /one-time password: (?<password>\S+)|answers at (?<address>[^\s,]+)/g;

/** The API as people run it, but from its sources: a process of its own over files. */
export interface ApiProcess {
  readonly process: ChildProcess;
  readonly address: string;
  /** Told at the first start only. */
  readonly oneTimePassword?: string;
  /** What it has said on standard error, once it has ended. */
  readonly log: Promise<string>;
  readonly exitCode: Promise<number | null>;
}

interface Told {
  password?: string;
  address?: string;
}

/** Rejects with what the process said where it ends before it answers. */
export async function startApiProcess(environment: Environment): Promise<ApiProcess> {
  const env = { ...process.env, PORT: '0', ...environment };
  const child = spawn(process.execPath, ['--conditions=source', '--import', TYPESCRIPT, MAIN], { env });
  const log = text(child.stderr);
  const exitCode = once(child, 'close').then(([code]) => code as number | null);
  const { address, password } = await toldBy(child);
  if (address === undefined) throw new Error(`exit code ${String(await exitCode)}: ${await log}`);
  return { process: child, address, log, exitCode, ...(password !== undefined && { oneTimePassword: password }) };
}

async function toldBy({ stdout }: ChildProcess): Promise<Told> {
  const told: Told = {};
  if (!stdout) return told;
  let said = '';
  for await (const chunk of stdout) {
    said += String(chunk);
    for (const { groups } of said.matchAll(TOLD)) Object.assign(told, JSON.parse(JSON.stringify(groups)));
    if (told.address !== undefined) break;
  }
  return told;
}
