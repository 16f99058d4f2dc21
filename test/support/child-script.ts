import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const TYPESCRIPT = new URL('./typescript.mjs', import.meta.url).href;

export interface ChildScript {
  readonly process: ChildProcess;
  /** One line to its standard input. */
  tell(line: string): void;
  /** What it prints, line by line; ends with the process. */
  readonly lines: AsyncIterableIterator<string>;
  /** Its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Runs one of our TypeScript files in a process of its own; what it says on standard error is ours too. */
export function startScript(script: URL, ...args: readonly string[]): ChildScript {
  const flags = ['--conditions=source', '--import', TYPESCRIPT];
  const child = spawn(process.execPath, [...flags, fileURLToPath(script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const tell = (line: string): void => void child.stdin.write(`${line}\n`);
  return { process: child, tell, lines, ended: once(child, 'close').then(([code]) => code as number | null) };
}
