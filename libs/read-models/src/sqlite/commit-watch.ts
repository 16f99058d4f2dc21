import { Bell } from '#events/store/bell';
import type { ReadDatabase, Statement } from './read-database.js';

/** How often a waiting reader looks; a look costs some microseconds. */
const POLL_MS = 5;

/** Tells when any other connection, of whichever process, has committed. Polls only while somebody waits. */
export class CommitWatch {
  private readonly version: Statement;
  private readonly bell = new Bell();
  private timer: NodeJS.Timeout | undefined;
  private seen: unknown;

  constructor(database: ReadDatabase) {
    this.version = database.prepare('PRAGMA data_version').pluck();
  }

  /** The present state; `next` resolves when it is another. */
  look(): unknown {
    return this.version.get();
  }

  /** Resolves after a commit that came after `seen`, and when the signal aborts. */
  async next(seen: unknown, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.look() !== seen) return;
    this.poll();
    await this.bell.next(signal);
  }

  stop(): void {
    clearInterval(this.timer);
    this.bell.ring();
  }

  private poll(): void {
    if (this.timer) return;
    this.seen = this.look();
    this.timer = setInterval(() => this.tick(), POLL_MS);
  }

  private tick(): void {
    const version = this.look();
    if (version !== this.seen) this.bell.ring();
    this.seen = version;
    if (this.bell.isAwaited) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
