import { join } from 'node:path';
import type { Config } from '#runtime/config';

type Folder = Pick<Config, 'dataDir'>;

/** The log of an embedded installation. */
export const eventsFileOf = ({ dataDir }: Folder): string => join(dataDir, 'events.sqlite');

/** Its read models: may be thrown away. */
export const readFileOf = ({ dataDir }: Folder): string => join(dataDir, 'read.sqlite');

/** How far its reactors have come: kept when the read models are thrown away. */
export const reactorsFileOf = ({ dataDir }: Folder): string => join(dataDir, 'reactors.sqlite');
