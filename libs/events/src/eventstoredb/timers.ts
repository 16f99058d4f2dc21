/** When something is to happen later. Answers how to call it off. */
export interface Timers {
  after(ms: number, act: () => void): () => void;
}

/** By the process's own clock; keeps no process alive. */
export const processTimers: Timers = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** Resolves after so many milliseconds, or when the signal aborts. */
export function paused(timers: Timers, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = timers.after(ms, end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** Again and again, until it is called off. */
export function every(timers: Timers, ms: number, act: () => void): () => void {
  const again = (): (() => void) =>
    timers.after(ms, () => {
      stop = again();
      act();
    });
  let stop = again();
  return () => stop();
}
