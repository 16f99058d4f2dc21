import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.js';

export interface Progress {
  moveTo(done: number): void;
  stop(): void;
}

const SILENT: Progress = { moveTo: () => undefined, stop: () => undefined };

/** A bar on a terminal that a person looks at; nothing where a script listens. */
export function showProgress({ err }: Terminal, what: string, total: number): Progress {
  if (!err.isTTY || total === 0) return SILENT;
  const options = { format: `${what} {bar} {percentage}% {value}/{total} {eta_formatted}`, stream: err };
  const bar = new SingleBar(options, Presets.shades_classic);
  bar.start(total, 0);
  return { moveTo: (done) => bar.update(done), stop: () => bar.stop() };
}
