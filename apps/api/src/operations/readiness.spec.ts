import { expect, test } from '@jest/globals';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { newNotes } from '#events/testing/new-notes';
import { cards } from '#read-models/card/card.projection';
import { projections } from '#read-models/projections';
import { viewsOfLog } from '#read-models/testing/views-of-log';
import { Readiness } from './readiness.js';

/** Views that stand at the beginning of a log that has gone on, so many seconds ago. */
async function statusOf(shown: typeof projections, secondsAgo: number): Promise<string> {
  const now = () => new Date(Date.now() - secondsAgo * 1000).toISOString();
  const store = new InMemoryEventStore({ now });
  const readiness = new Readiness(store, await viewsOfLog(shown, []));
  await store.append('card-1', newNotes('a'), 'no-stream');
  return readiness.now();
}

test('a process is ready while a projector may still take over, and says when the lists stand still', async () => {
  expect(await statusOf(projections, 0)).toBe('ok');
  expect(await statusOf(projections, 3600)).toBe('behind');
});

test('a process says that a view is being built while others are shown', async () => {
  expect(await statusOf([cards], 0)).toBe('building');
});
