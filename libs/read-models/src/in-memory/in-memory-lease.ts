import type { Lease } from '../store/projection-store.js';
import { LeaseLost } from '../store/read-store.errors.js';

interface HeldLease extends Lease {
  readonly untilMs: number;
}

/** Its end only lets another take over; the epoch alone decides who may write. */
export class InMemoryLease {
  private held: HeldLease = { holder: '', epoch: 0, untilMs: -Infinity };

  constructor(private readonly nowMs: () => number) {}

  acquire(holder: string, ttlMs: number): Lease | undefined {
    const nowMs = this.nowMs();
    if (this.held.untilMs > nowMs && this.held.holder !== holder) return undefined;
    this.held = { holder, epoch: this.held.epoch + 1, untilMs: nowMs + ttlMs };
    return { holder, epoch: this.held.epoch };
  }

  /** For no time: released. */
  renew(lease: Lease, ttlMs: number): boolean {
    if (this.held.epoch !== lease.epoch) return false;
    this.held = { ...lease, untilMs: this.nowMs() + ttlMs };
    return true;
  }

  /** @throws LeaseLost */
  mustHold({ epoch }: Lease): void {
    if (this.held.epoch !== epoch) throw new LeaseLost(epoch);
  }
}
