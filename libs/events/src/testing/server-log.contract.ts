import { randomUUID } from 'node:crypto';
import { afterAll, expect, jest, test } from '@jest/globals';
import type { EventStore } from '../store/event-store.js';
import { eventStoreContract } from './event-store.contract.js';
import { newNotes, textsOf } from './new-notes.js';

interface Server {
  readonly url: string;
  readonly stop: () => unknown;
}

type Open = (url: string, options: { readonly namespace?: string }) => Promise<EventStore>;

/** The contract on a server that cannot be emptied: every test has a log of its own, under its own name. */
export function serverLogContract(name: string, { url, stop }: Server, open: Open): void {
  // Fifty writers who each try until they win take some thousand calls over the network.
  jest.setTimeout(60_000);
  afterAll(async () => {
    await stop();
  });
  const ownNamespace = (): string => `t${randomUUID().replaceAll('-', '')}`;

  eventStoreContract(name, {
    isDurable: true,
    // Positions are the server's own to give.
    startsAnywhere: false,
    open: async () => {
      const namespace = ownNamespace();
      const store = await open(url, { namespace });
      return { store, reopen: () => open(url, { namespace }), dispose: () => store.close() };
    },
  });

  const withStore = async (use: (store: EventStore) => Promise<void>, namespace?: string): Promise<void> => {
    const store = await open(url, namespace === undefined ? {} : { namespace });
    await use(store).finally(() => store.close());
  };

  test('logs of different names on one server do not see each other', async () => {
    for (const text of ['one', 'other']) {
      await withStore(async (store) => {
        await store.append('card-1', newNotes(text), 'no-stream');
        expect(textsOf(await store.readAll({ limit: 10 }))).toEqual([text]);
      }, ownNamespace());
    }
  });

  test('a log without a name holds neither the server’s own events nor the start-up probe', async () => {
    await withStore(async (store) => {
      await store.append(`card-${ownNamespace()}`, newNotes('a'), 'no-stream');
      const streams = (await store.readAll({ limit: 1000 })).map(({ streamId }) => streamId);
      expect(streams).toEqual(expect.arrayContaining([expect.stringMatching(/card-/)]));
      expect(streams.filter((name) => /^(?:\$|aterkom\.)/.test(name))).toEqual([]);
    });
  });
}
