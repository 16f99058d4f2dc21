import { ReadStore } from '#read-models/store/read-store';
import { InMemoryReactorProgress } from '#processes/in-memory/in-memory-reactor-progress';
import { Reactors, type ReactorsParts } from '../../apps/projector/src/reactors/reactors.js';
import type { TestApp } from './test-app.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The reactors beside an API in this process, looking as often as they can. Answers how to stop them. */
export function startReactors(api: TestApp, parts: Pick<ReactorsParts, 'webhook' | 'mail'> = {}): () => Promise<void> {
  const reactors = new Reactors({
    ...parts,
    store: api.store,
    views: api.app.get(ReadStore),
    progress: new InMemoryReactorProgress(),
    clock: api.clock,
    log: silent,
    quickRetriesMs: [],
    lookEveryMs: 1,
    viewsPatienceMs: 10_000,
    firstPauseMs: 1,
    longestPauseMs: 5,
  });
  const ending = new AbortController();
  const running = reactors.run(ending.signal);
  return async () => {
    ending.abort();
    await running;
  };
}
