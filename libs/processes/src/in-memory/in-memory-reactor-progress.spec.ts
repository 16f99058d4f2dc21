import { reactorProgressContract } from '../testing/reactor-progress.contract.js';
import { InMemoryReactorProgress } from './in-memory-reactor-progress.js';

reactorProgressContract('InMemoryReactorProgress', () => {
  const progress = new InMemoryReactorProgress();
  return { progress, reopen: () => progress, dispose: () => undefined };
});
