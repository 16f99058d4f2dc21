import type { Measurement } from './measurement.js';
import type { RunFolder } from './run-folder.js';

/** One line of inquiry: a file in bench/rows, one or more figures. */
export interface BenchRow {
  /** For `--only`. */
  readonly name: string;
  measure(run: RunFolder): Promise<readonly Measurement[]>;
}
