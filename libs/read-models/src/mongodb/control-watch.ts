import { setTimeout as pause } from 'node:timers/promises';
import { Bell } from '#events/store/bell';
import type { ControlDocument } from './control-document.js';
import type { Control } from './control.js';

/** How often a waiting reader's process looks. */
const POLL_MS = 10;

/** Reads the control document for all readers of a process: those of one turn share an answer, those who wait share the looking. */
export class ControlWatch {
  private readonly bell = new Bell();
  private readonly stopping = new AbortController();
  private asked: Promise<Control | undefined> | undefined;
  private isPolling = false;
  private seen = -1;

  constructor(private readonly control: ControlDocument) {}

  get isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  /** Never older than the call. */
  look(): Promise<Control | undefined> {
    this.asked ??= Promise.resolve().then(() => {
      this.asked = undefined;
      return this.control.read();
    });
    return this.asked;
  }

  /** Resolves after a change that came after the revision, and when the signal aborts or the watch is stopped. */
  async next(revision: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.isStopped) return;
    const woken = this.bell.next(signal);
    if (this.seen !== revision) this.seen = revision;
    void this.poll();
    await woken;
  }

  stop(): void {
    this.stopping.abort();
    this.bell.ring();
  }

  /** A server that does not answer is asked again: it says nothing new. */
  private async poll(): Promise<void> {
    if (this.isPolling) return;
    this.isPolling = true;
    while (this.bell.isAwaited && !this.isStopped) {
      const revision = await this.revision();
      if (revision !== undefined && revision !== this.seen) {
        this.seen = revision;
        this.bell.ring();
      }
      await pause(POLL_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
    this.isPolling = false;
  }

  private revision(): Promise<number | undefined> {
    return this.look().then(
      (control) => control?.revision ?? 0,
      () => undefined,
    );
  }
}
