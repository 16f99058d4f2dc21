import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Environment } from '#runtime/config';

const TYPESCRIPT = new URL('./typescript.mjs', import.meta.url).href;
const MAIN = fileURLToPath(new URL('../../apps/projector/src/main.ts', import.meta.url));

/** The projector as people run it, but from its sources: a process of its own over files. */
export interface ProjectorProcess {
  readonly process: ChildProcess;
  /** What it has said, once it has ended. */
  readonly log: Promise<string>;
  readonly exitCode: Promise<number | null>;
}

export function startProjectorProcess(environment: Environment): ProjectorProcess {
  const env = { ...process.env, PEPPER: 'p'.repeat(32), ...environment };
  const child = spawn(process.execPath, ['--conditions=source', '--import', TYPESCRIPT, MAIN], { env });
  return {
    process: child,
    log: text(child.stderr),
    exitCode: once(child, 'close').then(([code]) => code as number | null),
  };
}

/** Ends at once, as a power cut would; nothing where it has ended already. */
export async function killed({ process, exitCode }: ProjectorProcess): Promise<void> {
  process.kill('SIGKILL');
  await exitCode;
}
