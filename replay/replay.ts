import type { SingleBar } from 'cli-progress';
import type { OutboxLook } from './bank/outbox.js';
import type { ApiClient } from './engine/api-client.js';
import type { Connections } from './engine/connections.js';
import type { Hire } from './engine/staff.js';
import type { Engine } from './engine/start-engine.js';
import type { Figure } from './report/figure.js';

/** An engine to drive, and the file to drive it with. */
export interface ReplayContext {
  readonly file: string;
  /** Signed in as an administrator. */
  readonly admin: ApiClient;
  readonly connections: Connections;
  /** Absent where somebody else's engine is driven. */
  readonly engine?: Pick<Engine, 'outbox' | 'killAndStartAgain'>;
  /** Absent: as a whole campaign needs it. */
  readonly outboxLook?: OutboxLook;
  /** How often every process of the engine is killed in the middle of the work. */
  readonly kill: number;
  /** Keeps the accounts of this run apart from those of earlier ones on the same engine. */
  readonly runName: string;
  readonly callers: number;
  /** Absent: through the API, which hashes three passwords for each account. */
  readonly hire?: Hire;
  readonly cap?: number;
  readonly bar: Pick<SingleBar, 'start' | 'increment' | 'stop'>;
}

export interface Replayed {
  readonly figures: readonly Figure[];
  readonly calls: number;
  /** In which the calls were made. */
  readonly seconds: number;
  /** What else is worth telling, a line each. */
  readonly notes: readonly string[];
}
