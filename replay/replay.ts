import type { SingleBar } from 'cli-progress';
import type { ApiClient } from './engine/api-client.js';
import type { Figure } from './report/figure.js';

/** An engine to drive, and the file to drive it with. */
export interface ReplayContext {
  readonly file: string;
  /** Signed in as an administrator. */
  readonly admin: ApiClient;
  /** Keeps the accounts of this run apart from those of earlier ones on the same engine. */
  readonly runName: string;
  readonly callers: number;
  readonly cap?: number;
  readonly bar: SingleBar;
}

export interface Replayed {
  readonly figures: readonly Figure[];
  readonly calls: number;
  /** In which the calls were made. */
  readonly seconds: number;
  /** What else is worth telling, a line each. */
  readonly notes: readonly string[];
}
