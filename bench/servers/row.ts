import type { Measurement } from '../harness/measurement.js';
import type { RunFolder } from '../harness/run-folder.js';
import type { BenchServers } from './bench-servers.js';

/** A line of inquiry on servers: one or more figures. */
export interface ServerRow {
  /** For `--only`. */
  readonly name: string;
  measure(servers: BenchServers, run: RunFolder): Promise<readonly Measurement[]>;
}
