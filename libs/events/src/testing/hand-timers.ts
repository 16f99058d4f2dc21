import type { Timers } from '../eventstoredb/timers.js';

interface Due {
  readonly at: number;
  readonly act: () => void;
}

/** A clock that a test moves by hand. */
export class HandTimers implements Timers {
  private now = 0;
  private readonly due = new Set<Due>();

  after(ms: number, act: () => void): () => void {
    const due = { at: this.now + ms, act };
    this.due.add(due);
    return () => this.due.delete(due);
  }

  /** Everything that falls due within so many milliseconds happens, in order. */
  elapse(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const [next] = [...this.due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.due.delete(next);
      this.now = next.at;
      next.act();
    }
    this.now = end;
  }
}
