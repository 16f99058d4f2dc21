import { setTimeout as pause } from 'node:timers/promises';

export interface Supervision {
  readonly signal: AbortSignal;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Called before each pause, with what was thrown if anything was. A throw ends the supervision with it. */
  readonly onEnd: (error?: unknown) => void;
}

/** `done`: never again; `again`: at once; `ended`: after a pause. */
export type Attempted = 'done' | 'again' | 'ended';

/**
 * Attempts again after an end or a failure, with pauses that double, until it is done or the signal aborts.
 * An attempt that lasted longer than the longest pause has worked: the pauses begin anew.
 */
export async function supervised(attempt: () => Promise<Attempted>, supervision: Supervision): Promise<void> {
  const { signal, firstPauseMs, longestPauseMs } = supervision;
  let pauseMs = firstPauseMs;
  while (!signal.aborted) {
    const startedMs = performance.now();
    const attempted = await reported(attempt, supervision);
    if (attempted === 'done') return;
    if (attempted === 'again') continue;
    if (performance.now() - startedMs > longestPauseMs) pauseMs = firstPauseMs;
    await waited(pauseMs, signal);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
}

async function reported(attempt: () => Promise<Attempted>, { signal, onEnd }: Supervision): Promise<Attempted> {
  try {
    const attempted = await attempt();
    if (attempted === 'ended' && !signal.aborted) onEnd();
    return attempted;
  } catch (error) {
    if (!signal.aborted) onEnd(error);
    return 'ended';
  }
}

/** True after the pause, false as soon as the signal aborts. */
export const waited = (ms: number, signal: AbortSignal): Promise<boolean> =>
  pause(ms, true, { signal }).catch(() => false);

/** Resolves when the signal aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
