import { existsSync } from 'node:fs';
import type { ReactorProgress } from '#processes/progress/reactor-progress';
import type { ProjectionStore } from '#read-models/store/projection-store';
import type { ReadStore } from '#read-models/store/read-store';
import type { RebuildPlace } from '#read-models/store/rebuild-place';
import type { ShownRows } from '#read-models/store/shown-rows';
import type { Config } from '#runtime/config';
import { credentialsIn, withCredentials } from './credentials.js';
import { reactorsFileOf, readFileOf } from './data-files.js';

/** The read models that the configuration names, as their readers see them. A driver is loaded only where it is used. */
export async function openReadStore(config: Config): Promise<ReadStore> {
  const url = await serverOf(config);
  if (url !== undefined) {
    const { MongodbReadStore } = await import('#read-models/mongodb/mongodb-read-store');
    return new MongodbReadStore(url);
  }
  const { SqliteReadStore } = await import('#read-models/sqlite/sqlite-read-store');
  return new SqliteReadStore(readFileOf(config));
}

/** The same read models, as the one projector that holds the lease writes them. */
export async function openProjectionStore(config: Config): Promise<ProjectionStore> {
  const url = await serverOf(config);
  if (url !== undefined) {
    const { MongodbProjectionStore } = await import('#read-models/mongodb/mongodb-projection-store');
    return new MongodbProjectionStore(url);
  }
  const { SqliteProjectionStore } = await import('#read-models/sqlite/sqlite-projection-store');
  return new SqliteProjectionStore(readFileOf(config));
}

/**
 * Every row of the read models, to be compared with the log.
 * @throws ViewsAbsent
 */
export async function openShownRows(config: Config): Promise<ShownRows> {
  const url = await serverOf(config);
  if (url !== undefined) {
    const { MongodbShownRows } = await import('#read-models/mongodb/mongodb-shown-rows');
    return new MongodbShownRows(url);
  }
  if (!existsSync(readFileOf(config))) throw new ViewsAbsent();
  const { SqliteShownRows } = await import('#read-models/sqlite/sqlite-shown-rows');
  return new SqliteShownRows(readFileOf(config));
}

/** Where they are built anew. */
export async function openRebuildPlace(config: Config): Promise<RebuildPlace> {
  const url = await serverOf(config);
  if (url !== undefined) {
    const { MongodbRebuildPlace } = await import('#read-models/mongodb/mongodb-rebuild-place');
    return MongodbRebuildPlace.open(url);
  }
  const { SqliteRebuildPlace } = await import('#read-models/sqlite/sqlite-rebuild-place');
  return new SqliteRebuildPlace(readFileOf(config));
}

/** No projector has made the file yet. */
export class ViewsAbsent extends Error {
  override readonly name = 'ViewsAbsent';
  constructor() {
    super('there are no views yet');
  }
}

/** How far the reactors have come; it stands beside the read models. */
export async function openReactorProgress(config: Config): Promise<ReactorProgress> {
  const url = await serverOf(config);
  if (url !== undefined) {
    const { MongodbReactorProgress } = await import('#read-models/mongodb/mongodb-reactor-progress');
    return new MongodbReactorProgress(url);
  }
  const { SqliteReactorProgress } = await import('#processes/sqlite/sqlite-reactor-progress');
  return new SqliteReactorProgress(reactorsFileOf(config));
}

/** The address of the server with who asks in it; absent where the read models are files. */
async function serverOf({ mongodbUrl, mongodbCredentialsFile }: Config): Promise<string | undefined> {
  const credentials = await credentialsIn(mongodbCredentialsFile);
  return mongodbUrl === undefined || !credentials ? mongodbUrl : withCredentials(mongodbUrl, credentials);
}
