/** Wakes those who wait for more events. Waking in vain is harmless, sleeping through news is not. */
export class Bell {
  private readonly sleepers = new Set<() => void>();

  get isAwaited(): boolean {
    return this.sleepers.size > 0;
  }

  ring(): void {
    for (const wake of this.sleepers) wake();
  }

  /** Resolves at the next ring, or when the signal aborts. */
  async next(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        this.sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
