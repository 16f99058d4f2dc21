import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface TourStep {
  /** What a reader copies. */
  readonly script: string;
  /** Each must stand in what the script prints. */
  readonly expected: readonly string[];
}

const README = join(import.meta.dirname, '../../README.md');
const BLOCK = /^```sh\n(?<script>[^]*?)^```$(?:\n\n→ (?<expected>.*)$)?/gm;
const MARK = '\u0001';

/** The shell blocks of the README in order, each with what the line `→` below it promises. */
export const tourInReadme = (): TourStep[] =>
  [...readFileSync(README, 'utf8').matchAll(BLOCK)].map(({ groups }) => ({
    script: groups?.['script'] ?? '',
    expected: [...(groups?.['expected'] ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, fragment]) => fragment ?? []),
  }));

export interface ToldByTour {
  /** What each step has printed, as far as they came. */
  readonly printed: readonly string[];
  readonly errors: string;
  readonly exitCode: number | null;
}

/** One shell for all steps, as a reader has it; a step that fails ends it. */
export async function walk(
  steps: readonly TourStep[],
  environment: Readonly<Record<string, string>>,
): Promise<ToldByTour> {
  const shell = spawn('bash', ['-euo', 'pipefail'], { env: { ...process.env, ...environment } });
  shell.stdin.end(steps.map(({ script }) => `${script}\nprintf '${MARK}'\n`).join(''));
  const ended = new Promise<number | null>((resolve) => shell.on('close', resolve));
  const [out, errors, exitCode] = await Promise.all([text(shell.stdout), text(shell.stderr), ended]);
  return { printed: out.split(MARK), errors, exitCode };
}
