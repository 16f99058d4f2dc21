/** Those who wait for the same thing. */
export class Waiters {
  private readonly waiting = new Set<() => void>();

  get size(): number {
    return this.waiting.size;
  }

  /** Resolves at the next `wake`, and when the signal aborts. */
  wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const woken = (): void => {
        this.waiting.delete(woken);
        signal.removeEventListener('abort', woken);
        resolve();
      };
      this.waiting.add(woken);
      signal.addEventListener('abort', woken);
    });
  }

  wake(): void {
    for (const woken of [...this.waiting]) woken();
  }
}
