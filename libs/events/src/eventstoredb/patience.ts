import { tooLate } from './server-errors.js';
import type { Timers } from './timers.js';

export interface Patience {
  readonly timers: Timers;
  readonly patienceMs: number;
}

/** @throws StoreUnavailable where no answer comes in time */
export async function inTime<T>(answer: Promise<T>, { timers, patienceMs }: Patience): Promise<T> {
  let stop = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    stop = timers.after(patienceMs, () => reject(tooLate(patienceMs)));
  });
  return Promise.race([answer, late]).finally(stop);
}
