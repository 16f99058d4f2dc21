import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadCall } from './connection.js';
import type { Patience } from './patience.js';
import { tooLate } from './server-errors.js';

/** Hands over all answers of a call until it ends, or until none has come for too long. What the taker throws ends the call instead of the process. */
export function answersTo(
  call: ReadCall,
  { timers, patienceMs }: Patience,
  take: (response: ReadResp) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = (): void => undefined;
    const wait = (): void => {
      stop();
      stop = timers.after(patienceMs, () => giveUp(tooLate(patienceMs)));
    };
    const giveUp = (error: unknown): void => {
      stop();
      reject(error instanceof Error ? error : new Error('a read failed', { cause: error }));
      call.cancel();
    };
    call.on('data', (response: ReadResp) => {
      try {
        wait();
        take(response);
      } catch (error) {
        giveUp(error);
      }
    });
    // Stays: a call that was given up says so once more.
    call.on('error', giveUp);
    call.on('end', () => {
      stop();
      resolve();
    });
    wait();
  });
}
