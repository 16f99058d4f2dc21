import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { withHeapOptions } from '#runtime/heap';

export class ChildEndedEarly extends Error {
  override readonly name = 'ChildEndedEarly';
  constructor(readonly file: string) {
    super(`${file} ended before it was ready`);
  }
}

export interface ChildStart<Told> {
  /** A JavaScript file. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly nodeArgs?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Reads what the process has said so far on its standard output, at first nothing; undefined while it is not ready. */
  readonly understand: (heard: string) => Told | undefined;
}

export interface Child<Told> {
  readonly pid: number;
  readonly told: Told;
  /** Asks the process to end and waits until it has. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

type Spoken = ChildProcessByStdio<null, Readable, null>;

/** A process of our own, with the heap that the product gives it, once it says that it is ready. Its standard error is ours. @throws ChildEndedEarly */
export async function startChild<Told>(start: ChildStart<Told>): Promise<Child<Told>> {
  const { file, args = [], nodeArgs = [], env, understand } = start;
  const child = spawn(process.execPath, [...nodeArgs, file, ...args], {
    env: withHeapOptions({ ...process.env, ...env }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told = await listen(child, understand);
  if (told === undefined) throw new ChildEndedEarly(file);
  return {
    pid: child.pid ?? 0,
    told,
    stop: () => endProcess(child, 'SIGTERM'),
    kill: () => endProcess(child, 'SIGKILL'),
  };
}

async function listen<Told>({ stdout }: Spoken, understand: ChildStart<Told>['understand']): Promise<Told | undefined> {
  let heard = '';
  const atOnce = understand(heard);
  if (atOnce !== undefined) {
    stdout.resume();
    return atOnce;
  }
  for await (const line of createInterface({ input: stdout })) {
    heard += `${line}\n`;
    const told = understand(heard);
    if (told === undefined) continue;
    stdout.resume();
    return told;
  }
  return undefined;
}

async function endProcess(child: Spoken, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
