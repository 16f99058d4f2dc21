import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InMemoryProjectionStore } from '../in-memory/in-memory-projection-store.js';
import { InMemoryViews } from '../in-memory/in-memory-views.js';
import type { Lease } from '../store/projection-store.js';
import { ReadModelsUnavailable } from '../store/read-store.errors.js';
import { LeaseKeeper } from './lease-keeper.js';
import type { RunnerLog } from './runner-log.js';

const QUIET: RunnerLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
const OPTIONS = { holder: 'one', ttlMs: 3 };
const away = (reason: ReadModelsUnavailable['reason'] = 'unreachable') => new ReadModelsUnavailable(reason, 'away');

/** Fails as often as it is told to, before it asks the real one. */
class FailingStore extends InMemoryProjectionStore {
  failures: Error[] = [];

  override async acquireLease(holder: string, ttlMs: number): Promise<Lease | undefined> {
    const failure = this.failures.shift();
    if (failure) throw failure;
    return super.acquireLease(holder, ttlMs);
  }
}

describe('a projector that waits for the lease', () => {
  let store: FailingStore;
  let stopping: AbortController;

  beforeEach(() => {
    store = new FailingStore(new InMemoryViews());
    stopping = new AbortController();
  });

  afterEach(() => store.close());

  /** Works once for each of these; what it is given is thrown. */
  const holding = (...endings: (Error | undefined)[]): Promise<void> =>
    new LeaseKeeper(store, QUIET, OPTIONS).hold(stopping.signal, () => {
      const ending = endings.shift();
      if (ending) return Promise.reject(ending);
      stopping.abort();
      return Promise.resolve();
    });

  test('does not start where the server was never reached', async () => {
    store.failures = [away()];
    await expect(holding(undefined)).rejects.toThrow(ReadModelsUnavailable);
  });

  test('begins its work again where the server went away in the middle, and waits until it is back', async () => {
    const work = holding(away(), undefined);
    store.failures = [away(), away()];
    await work;
    expect(store.failures).toEqual([]);
  });

  test('ends where going on would be wrong', async () => {
    await expect(holding(new Error('the log was rolled back'))).rejects.toThrow('the log was rolled back');
    await expect(holding(away('closed'))).rejects.toThrow(ReadModelsUnavailable);
  });
});
