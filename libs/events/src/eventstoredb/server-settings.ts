import type { ServerReport } from './server-report.js';
import { processTimers, type Timers } from './timers.js';

export interface ServerSettings {
  readonly timers: Timers;
  readonly report: ServerReport;
  /** How long finding the server, an append or the next answer of a read may take. */
  readonly patienceMs: number;
  /** The most events of one subscription that wait in memory. */
  readonly bufferEvents: number;
  /** Between looks at the log's head while a subscription brings nothing. */
  readonly lookEveryMs: number;
  /** Between tries of a subscription that has failed more than once. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const usualSettings: ServerSettings = {
  timers: processTimers,
  report: () => undefined,
  patienceMs: 10_000,
  bufferEvents: 10_000,
  lookEveryMs: 1000,
  firstPauseMs: 100,
  longestPauseMs: 5000,
};
