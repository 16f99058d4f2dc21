import { expect, test } from '@jest/globals';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { newNotes } from '#events/testing/new-notes';
import { EventUnreadable } from '#events/versioning/versioning.errors';
import { cards } from '#read-models/card/card.projection';
import { projections } from '#read-models/projections';
import { viewsOfLog } from '#read-models/testing/views-of-log';
import { Readiness } from './readiness.js';

class NewerLog extends InMemoryEventStore {
  override readAll(): Promise<never> {
    const place = { id: '1', streamId: 'card-1', type: 'Newer', revision: 0, position: 1n, recordedAt: '' };
    return Promise.reject(new EventUnreadable('unknown-type', place));
  }
}

/** Views that stand at the beginning of a log that has gone on, so many seconds ago. */
async function statusOf(shown: typeof projections, secondsAgo: number, Log = InMemoryEventStore): Promise<string> {
  const now = () => new Date(Date.now() - secondsAgo * 1000).toISOString();
  const store = new Log({ now });
  const readiness = new Readiness(store, await viewsOfLog(shown, []));
  await store.append('card-1', newNotes('a'), 'no-stream');
  return readiness.now();
}

test('a process is ready while a projector may still take over, and says when the lists stand still', async () => {
  expect(await statusOf(projections, 0)).toBe('ok');
  expect(await statusOf(projections, 3600)).toBe('behind');
});

test('a process of an older release says that the lists stand still before what it cannot read', async () => {
  expect(await statusOf(projections, 0, NewerLog)).toBe('behind');
});

test('a process says that a view is being built while others are shown', async () => {
  expect(await statusOf([cards], 0)).toBe('building');
});
