import { randomUUID } from 'node:crypto';
import type { Collection, Document } from 'mongodb';
import type { Lease } from '../store/projection-store.js';
import { LeaseLost, WritesLost } from '../store/read-store.errors.js';
import { CONTROL_ID, type Control } from './control.js';
import { unlessDuplicate } from './mongodb-errors.js';
import type { MongodbDatabase } from './mongodb-database.js';

/** The one document on which projectors compete. Every change is a compare-and-set whose values are absolute: done twice it changes nothing. */
export class ControlDocument {
  private readonly collection: Collection<Control>;
  /** Of what the holder of the lease has seen. */
  private newestRevision = 0;

  constructor(
    database: MongodbDatabase,
    private readonly nowMs: () => number,
    private readonly id: string = CONTROL_ID,
  ) {
    this.collection = database.collection<Control>('control');
  }

  async read(): Promise<Control | undefined> {
    return (await this.collection.findOne({ _id: this.id })) ?? undefined;
  }

  /** @throws LeaseLost, WritesLost where it is older than what was seen before */
  async held(lease: Lease): Promise<Control> {
    const control = await this.read();
    if (control?.epoch !== lease.epoch || control.holder !== lease.holder) throw new LeaseLost(lease.epoch);
    const isOlder = control.revision < this.newestRevision;
    this.newestRevision = control.revision;
    if (isOlder) throw new WritesLost('all since');
    return control;
  }

  async acquire(holder: string, ttlMs: number): Promise<Lease | undefined> {
    const seen = (await this.read()) ?? (await this.begin());
    if (seen.untilMs > this.nowMs() && seen.holder !== holder) return undefined;
    const lease = { holder, epoch: seen.epoch + 1 };
    const taken = { ...lease, untilMs: this.nowMs() + ttlMs };
    await this.collection.updateOne({ _id: this.id, epoch: seen.epoch }, { $set: taken });
    // Not the count of changed documents: a repeated attempt whose first answer was lost changes none.
    const now = await this.read();
    return now?.epoch === lease.epoch && now.holder === holder ? lease : undefined;
  }

  /** Of places where versions are built beside those that are shown. */
  others(): Promise<readonly Control[]> {
    return this.collection.find({ _id: { $ne: this.id } }).toArray();
  }

  async remove(place: string): Promise<void> {
    await this.collection.deleteOne({ _id: place });
  }

  /** Whoever holds it now loses it. */
  async takeOver(holder: string, ttlMs: number): Promise<Lease> {
    for (;;) {
      const { epoch } = (await this.read()) ?? (await this.begin());
      const lease = { holder, epoch: epoch + 1 };
      const taken = { ...lease, untilMs: this.nowMs() + ttlMs };
      await this.collection.updateOne({ _id: this.id, epoch }, { $set: taken });
      const now = await this.read();
      if (now?.epoch === lease.epoch && now.holder === holder) return lease;
    }
  }

  /** For no time: released. False when it has been taken over. */
  async renew({ holder, epoch }: Lease, ttlMs: number): Promise<boolean> {
    const untilMs = ttlMs > 0 ? this.nowMs() + ttlMs : 0;
    const { matchedCount } = await this.collection.updateOne({ _id: this.id, holder, epoch }, { $set: { untilMs } });
    return matchedCount === 1;
  }

  /**
   * Under the lease, from what was read: nothing is changed where it is no longer so. It is known again by a name of its
   * own: an earlier change of ours that was given up for lost may arrive late and lead to the same revision.
   * @throws LeaseLost, WritesLost
   */
  async change({ epoch, holder, revision }: Control, set: Document): Promise<Control> {
    const changed = { revision: revision + 1, change: randomUUID() };
    await this.collection.updateOne({ _id: this.id, epoch, holder, revision }, { $set: { ...set, ...changed } });
    const now = await this.held({ epoch, holder });
    if (now.change !== changed.change) throw new LeaseLost(epoch);
    return now;
  }

  private async begin(): Promise<Control> {
    const first: Control = {
      _id: this.id,
      holder: '',
      epoch: 0,
      untilMs: 0,
      revision: 0,
      commits: 0,
      pending: null,
      projections: {},
    };
    await this.collection.insertOne(first).catch(unlessDuplicate);
    return (await this.read()) ?? first;
  }
}
