export interface RunnerOptions {
  /** Events read at once. Larger pages outlive the young generation of the heap and cost more than they save. */
  readonly pageEvents: number;
  /** Events of one commit while catching up: the more, the fewer rows are written twice. */
  readonly commitEvents: number;
  /** The most events of one commit while following live: what has come meanwhile is folded together, and its rows are written once. */
  readonly batchEvents: number;
  /** Changed rows that a rebuild holds in memory before it writes them. */
  readonly bulkRows: number;
  /** A subscription that delivers nothing for so long although the log has grown is given up. */
  readonly silenceMs: number;
  /** Pauses between attempts double from the first to the longest. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const RUNNER_DEFAULTS: RunnerOptions = {
  pageEvents: 1000,
  commitEvents: 5000,
  batchEvents: 2000,
  bulkRows: 100_000,
  silenceMs: 5000,
  firstPauseMs: 50,
  longestPauseMs: 10_000,
};
