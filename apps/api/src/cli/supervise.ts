import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { withHeapOptions } from '#runtime/heap';

/** How long a process may take to end before it is killed. */
const PATIENCE_MS = 15_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What the first process sends once it serves. */
export const SERVING = 'serving';

export interface ManagedProcess {
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
}

interface Running {
  readonly name: string;
  readonly child: ChildProcess;
  readonly exit: Promise<ChildProcess>;
}

/**
 * Runs the first process and, once it serves, the others, which so do not compete with its start; until one of them
 * ends or a signal comes. Then ends those that are left.
 * @returns the exit code: 0 where all ended well because they were asked to
 */
export async function superviseProcesses(first: ManagedProcess, others: readonly ManagedProcess[]): Promise<number> {
  const asked = new AbortController();
  const onSignal = (): void => asked.abort();
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const ending = whenAborted(asked.signal);
  const leader = started(first);
  const running = [leader];
  const firstToEnd = (): Promise<ChildProcess | undefined> =>
    Promise.race([...running.map(({ exit }) => exit), ending]);
  let ended = await Promise.race([firstToEnd(), serving(leader)]);
  if (ended === SERVING) {
    running.push(...others.map(started));
    ended = await firstToEnd();
  }
  if (ended) tellOfEnd(running.find(({ child }) => child === ended));
  for (const { child } of running) end(child);
  const codes = (await Promise.all(running.map(({ exit }) => exit))).map(codeOf);
  for (const signal of SIGNALS) process.off(signal, onSignal);
  return ended ? codeOf(ended) || 1 : worstOf(codes);
}

const worstOf = (codes: readonly number[]): number => codes.find((code) => code !== 0) ?? 0;

function started({ name, file, args = [] }: ManagedProcess): Running {
  const child = spawn(process.execPath, [file, ...args], {
    env: withHeapOptions(process.env),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  return { name, child, exit: exitOf(child) };
}

async function serving({ child }: Running): Promise<typeof SERVING> {
  await once(child, 'message');
  return SERVING;
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

function tellOfEnd(ended: Running | undefined): void {
  process.stderr.write(`${ended?.name ?? 'a process'} has ended, so the others are stopped\n`);
}
