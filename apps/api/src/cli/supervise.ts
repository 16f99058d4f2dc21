import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How long a process may take to end before it is killed. */
const PATIENCE_MS = 15_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface ManagedProcess {
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
}

/**
 * Runs the processes until one of them ends or a signal comes, then ends the others.
 * @returns the exit code: 0 where all ended well because they were asked to
 */
export async function superviseProcesses(processes: readonly ManagedProcess[]): Promise<number> {
  const children = processes.map(({ file, args = [] }) =>
    spawn(process.execPath, [file, ...args], { stdio: 'inherit' }),
  );
  const asked = new AbortController();
  const onSignal = (): void => asked.abort();
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const exits = children.map(exitOf);
  const first = await Promise.race([...exits, whenAborted(asked.signal)]);
  if (first !== undefined) tellOfEnd(processes[children.indexOf(first)]);
  for (const child of children) end(child);
  await Promise.all(exits);
  for (const signal of SIGNALS) process.off(signal, onSignal);
  return first === undefined ? (children.map(codeOf).find((code) => code !== 0) ?? 0) : codeOf(first) || 1;
}

async function exitOf(child: ChildProcess): Promise<ChildProcess> {
  await once(child, 'exit');
  return child;
}

async function whenAborted(signal: AbortSignal): Promise<undefined> {
  await once(signal, 'abort');
}

/** Asks once; a process that does not end in time is killed. */
function end(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  child.once('exit', () => {
    clearTimeout(impatience);
  });
}

/** One that was asked before it could listen has ended well, too. */
const codeOf = ({ exitCode, signalCode }: ChildProcess): number => exitCode ?? (signalCode === 'SIGTERM' ? 0 : 1);

function tellOfEnd(ended: ManagedProcess | undefined): void {
  process.stderr.write(`${ended?.name ?? 'a process'} has ended, so the others are stopped\n`);
}
