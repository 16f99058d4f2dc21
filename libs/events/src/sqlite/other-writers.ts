import type { Bell } from '../store/bell.js';

const POLL_MS = 10;

/** Rings when another process, or another connection of this one, has written to the file. Polls while somebody waits. */
export class OtherWriters {
  private seen: number | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** `dataVersion` changes when another connection commits. */
  constructor(
    private readonly bell: Bell,
    private readonly dataVersion: () => number | undefined,
  ) {}

  /** Resolves at the next ring, whoever wrote, or when the signal aborts. Keeps no process alive. */
  async next(signal: AbortSignal): Promise<void> {
    this.timer ??= setInterval(this.look, POLL_MS).unref();
    await this.bell.next(signal);
  }

  private readonly look = (): void => {
    if (!this.bell.isAwaited) {
      clearInterval(this.timer);
      this.timer = undefined;
      return;
    }
    const version = this.versionNow();
    if (version !== undefined && version === this.seen) return;
    this.seen = version;
    this.bell.ring();
  };

  /** Where the file does not answer, those who wait are woken to be told so by their own reading. */
  private versionNow(): number | undefined {
    try {
      return this.dataVersion();
    } catch {
      return undefined;
    }
  }
}
