import type { Lease } from '../store/projection-store.js';
import { LeaseLost } from '../store/read-store.errors.js';
import type { ReadDatabase, Statement } from './read-database.js';

/** There is one projector per file. */
const NAME = 'projector';

/** The lease as a row. Its end only lets another take over; the epoch alone decides who may write. */
export class LeaseRow {
  private readonly taking: Statement;
  private readonly renewing: Statement;
  private readonly epoch: Statement;

  constructor(
    database: ReadDatabase,
    private readonly nowMs: () => number,
  ) {
    this.taking = database.prepare(`
      INSERT INTO lease VALUES ('${NAME}', @holder, 1, @untilMs)
      ON CONFLICT (name) DO UPDATE SET holder = @holder, epoch = epoch + 1, until_ms = @untilMs
      WHERE until_ms <= @nowMs OR holder = @holder
      RETURNING holder, epoch`);
    this.renewing = database.prepare(`UPDATE lease SET until_ms = @untilMs WHERE name = '${NAME}' AND epoch = @epoch`);
    this.epoch = database.prepare(`SELECT epoch FROM lease WHERE name = '${NAME}'`).pluck();
  }

  acquire(holder: string, ttlMs: number): Lease | undefined {
    const nowMs = this.nowMs();
    // The cast: the columns that RETURNING names.
    return this.taking.get({ holder, nowMs, untilMs: nowMs + ttlMs }) as Lease | undefined;
  }

  renew({ epoch }: Lease, ttlMs: number): boolean {
    return this.renewing.run({ epoch, untilMs: this.nowMs() + ttlMs }).changes === 1;
  }

  /** Lapsed from now on: the next projector need not wait. */
  release({ epoch }: Lease): void {
    this.renewing.run({ epoch, untilMs: 0 });
  }

  mustHold({ epoch }: Lease): void {
    if (this.epoch.get() !== epoch) throw new LeaseLost(epoch);
  }
}
