import type { ReactorProgress } from '#processes/progress/reactor-progress';
import type { ProjectionStore } from '#read-models/store/projection-store';
import type { ReadStore } from '#read-models/store/read-store';
import type { Config } from '#runtime/config';
import { reactorsFileOf, readFileOf } from './data-files.js';

/** The read models that the configuration names, as their readers see them. */
export async function openReadStore(config: Config): Promise<ReadStore> {
  const { SqliteReadStore } = await import('#read-models/sqlite/sqlite-read-store');
  return new SqliteReadStore(readFileOf(config));
}

/** The same read models, as the one projector that holds the lease writes them. */
export async function openProjectionStore(config: Config): Promise<ProjectionStore> {
  const { SqliteProjectionStore } = await import('#read-models/sqlite/sqlite-projection-store');
  return new SqliteProjectionStore(readFileOf(config));
}

/** How far the reactors have come; it stands beside the read models. */
export async function openReactorProgress(config: Config): Promise<ReactorProgress> {
  const { SqliteReactorProgress } = await import('#processes/sqlite/sqlite-reactor-progress');
  return new SqliteReactorProgress(reactorsFileOf(config));
}
