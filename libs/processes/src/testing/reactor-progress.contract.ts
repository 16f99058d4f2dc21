import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ParkedEvent, ReactorProgress } from '../progress/reactor-progress.js';

export interface ProgressUnderTest {
  readonly progress: ReactorProgress;
  /** Another process that starts later. */
  reopen(): ReactorProgress;
  dispose(): void;
}

const parkedAt = (position: bigint, tries = 1, reactor = 'blocks'): ParkedEvent => ({
  reactor,
  eventId: `event-${position}`,
  streamId: 'card-1',
  revision: Number(position),
  position,
  tries,
});

export const reactorProgressContract = (name: string, open: () => ProgressUnderTest): void =>
  describe(name, () => {
    let under: ProgressUnderTest;

    beforeEach(() => {
      under = open();
    });

    afterEach(() => under.dispose());

    test('begins before the first event', async () => {
      expect(await under.progress.positionOf('blocks')).toBe(0n);
    });

    test('keeps the position of each reactor for the next start', async () => {
      await under.progress.save(
        new Map([
          ['blocks', 7n],
          ['rests', 2n ** 63n],
        ]),
      );
      const later = under.reopen();
      expect([await later.positionOf('blocks'), await later.positionOf('rests')]).toEqual([7n, 2n ** 63n]);
    });

    test('never goes back', async () => {
      await under.progress.save(new Map([['blocks', 10n]]));
      await under.progress.save(new Map([['blocks', 9n]]));
      expect(await under.progress.positionOf('blocks')).toBe(10n);
    });

    test('keeps what is parked in log order, each reactor its own, until it is taken out', async () => {
      for (const event of [parkedAt(10n), parkedAt(9n), parkedAt(3n, 1, 'rests')]) await under.progress.park(event);
      expect(await under.reopen().parked('blocks')).toEqual([parkedAt(9n), parkedAt(10n)]);
      await under.progress.unpark(parkedAt(9n));
      expect(await under.progress.parked('blocks')).toEqual([parkedAt(10n)]);
      expect(await under.progress.parked('rests')).toEqual([parkedAt(3n, 1, 'rests')]);
    });

    test('counts the tries of an event that is parked again', async () => {
      await under.progress.park(parkedAt(9n));
      await under.progress.park(parkedAt(9n, 2));
      expect(await under.progress.parked('blocks')).toEqual([parkedAt(9n, 2)]);
    });
  });
