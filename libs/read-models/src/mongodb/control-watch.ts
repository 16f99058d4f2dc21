import { setTimeout as pause } from 'node:timers/promises';
import { Bell } from '#events/store/bell';
import type { ControlDocument } from './control-document.js';
import type { Control } from './control.js';

/** How often a waiting reader's process looks. */
const POLL_MS = 10;
/** How old an answer may be where only the choice of a version is asked for. */
const RECENT_MS = 500;

/** Reads the control document for all readers of a process: those of one turn share an answer, those who wait share the looking. */
export class ControlWatch {
  private readonly bell = new Bell();
  private readonly stopping = new AbortController();
  private asked: Promise<Control | undefined> | undefined;
  private isPolling = false;
  private seen = -1;
  private last: { readonly control: Control; readonly atMs: number } | undefined;

  constructor(private readonly control: ControlDocument) {}

  get isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  /** Never older than the call. */
  look(): Promise<Control | undefined> {
    this.asked ??= Promise.resolve().then(() => {
      this.asked = undefined;
      return this.read();
    });
    return this.asked;
  }

  /** What was seen last, unless that is too long ago: for what changes with a version only, and stands for an hour after that. */
  get recent(): Control | undefined {
    return this.last && performance.now() - this.last.atMs < RECENT_MS ? this.last.control : undefined;
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

  private async read(): Promise<Control | undefined> {
    const atMs = performance.now();
    const control = await this.control.read();
    this.last = control && { control, atMs };
    return control;
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
