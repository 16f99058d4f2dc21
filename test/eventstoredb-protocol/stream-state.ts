import { NO_REVISION, type Expected, type Proposed, type Stored } from './stored.js';

/** What the stream's metadata says, by the names that the server stores. */
interface Retention {
  readonly $maxCount?: number;
  readonly $maxAge?: number;
  readonly $tb?: number;
}

const TICKS_PER_SECOND = 10_000_000n;

/** One stream: what it holds, and which part of it a reader of the stream still sees. */
export class StreamState {
  readonly events: Stored[] = [];
  isTombstoned = false;
  private isSoftDeleted = false;
  private retention: Retention = {};

  get last(): number {
    return this.events.length - 1;
  }

  /** What counts as the current revision where an append says what it expects. */
  get exists(): boolean {
    return this.events.length > 0 && !this.isSoftDeleted;
  }

  push(event: Stored): void {
    this.isSoftDeleted = false;
    this.events.push(event);
  }

  softDelete(): void {
    this.isSoftDeleted = true;
    this.retention = { $tb: this.events.length };
  }

  retain(metadata: Uint8Array): void {
    this.retention = JSON.parse(Buffer.from(metadata).toString('utf8')) as Retention;
  }

  visible(nowTicks: bigint): readonly Stored[] {
    const { $maxCount = Infinity, $maxAge = Infinity, $tb = 0 } = this.retention;
    const first = Math.max($tb, this.events.length - $maxCount);
    const oldest = Number.isFinite($maxAge) ? nowTicks - BigInt($maxAge) * TICKS_PER_SECOND : 0n;
    return this.events.filter(({ revision, created }) => revision >= first && created >= oldest);
  }

  /**
   * What stands here already, where an append repeats one: with an exact revision only in that place, with "any"
   * wherever the ids stand. `mismatch`: some ids stand and others do not.
   */
  repeated(proposed: readonly Proposed[], expected: Expected): readonly Stored[] | 'new' | 'mismatch' {
    if (proposed.length === 0) return 'new';
    if (expected === 'any' || expected === 'stream-exists') return this.repeatedAnywhere(proposed);
    const first = expected === 'no-stream' ? 0 : expected + 1;
    const standing = this.events.slice(first, first + proposed.length);
    if (standing.length === 0) return 'new';
    const isSame = proposed.every(({ id }, index) => standing[index]?.id === id);
    if (isSame) return standing;
    return this.exists ? 'mismatch' : 'new';
  }

  actualFor(expected: Expected): number {
    return expected === 'no-stream' && !this.exists ? NO_REVISION : this.last;
  }

  private repeatedAnywhere(proposed: readonly Proposed[]): readonly Stored[] | 'new' | 'mismatch' {
    const standing = proposed.map(({ id }) => this.events.find((event) => event.id === id));
    if (!standing[0]) return 'new';
    return standing.every((event) => event !== undefined) ? standing : 'mismatch';
  }
}
