import type { Control } from './control.js';
import { Journal } from './journal.js';
import type { MongodbDatabase } from './mongodb-database.js';
import type { StoredDoc } from './stored-doc.js';

/** Kept for so long after a deletion: longer than a write that was sent before the lease was lost can be under way. */
export const TOMBSTONE_MS = 3_600_000;
const EVERY_MS = 60_000;
const OTHERS = ['counters', 'parked'];

/** Takes tombstones away that the checkpoint has passed long ago. */
export class Tombstones {
  private lastMs: number;
  private readonly journal: Journal;

  constructor(
    private readonly database: MongodbDatabase,
    private readonly nowMs: () => number,
  ) {
    this.journal = new Journal(database, nowMs);
    this.lastMs = nowMs();
  }

  /** Now and then. */
  async sweep(control: Control): Promise<void> {
    const nowMs = this.nowMs();
    if (nowMs - this.lastMs < EVERY_MS) return;
    this.lastMs = nowMs;
    const versions = Object.values(control.projections).flatMap((projection) => Object.values(projection.versions));
    const written = versions.filter(({ state }) => state === 'active');
    for (const { collections, position } of written) {
      for (const name of Object.values(collections)) await this.sweepOne(name, { at: { $lt: position } });
    }
    for (const name of OTHERS) await this.sweepOne(name, {});
    await this.journal.forgetBefore(nowMs - TOMBSTONE_MS, control);
  }

  private async sweepOne(name: string, passed: object): Promise<void> {
    const gone = { $lt: this.nowMs() - TOMBSTONE_MS };
    await this.database.collection<StoredDoc>(name).deleteMany({ gone, ...passed });
  }
}
