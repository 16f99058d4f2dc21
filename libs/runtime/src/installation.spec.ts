import { describe, expect, test } from '@jest/globals';
import { PepperDiffers } from '#domain/installation/installation.errors';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { openInstallation } from './installation.js';

const NOON = '2026-11-23T12:00:00.000Z';

describe('the installation', () => {
  test('is made at the first start and found at every later one', async () => {
    const store = new InMemoryEventStore();
    const first = await openInstallation(store, 'f1', NOON);
    expect(await openInstallation(store, 'f1', NOON)).toEqual(first);
    expect(await store.head()).toBe(1n);
  });

  test('is one for processes that start together', async () => {
    const store = new InMemoryEventStore();
    const opened = await Promise.all([1, 2, 3].map(() => openInstallation(store, 'f1', NOON)));
    expect(new Set(opened.map(({ storeId }) => storeId)).size).toBe(1);
  });

  test('R6: refuses another pepper, under which every block would vanish', async () => {
    const store = new InMemoryEventStore();
    await openInstallation(store, 'f1', NOON);
    await expect(openInstallation(store, 'f2', NOON)).rejects.toThrow(PepperDiffers);
  });
});
