import { existsSync } from 'node:fs';
import type { Config } from '#runtime/config';
import { eventsFileOf } from '#stores/data-files';
import { CommandRefused, EXIT } from '../exit-codes.js';

/** Where an installation can stand: in files, or on the servers that the configuration names. */
export const PLACES = ['embedded', 'servers'] as const;
export type Place = (typeof PLACES)[number];

/** The configuration as if the installation stood there. @throws CommandRefused where no servers are named */
export function configAt(place: Place, config: Config): Config {
  if (place === 'servers') {
    if (config.eventStoreUrl !== undefined) return config;
    throw new CommandRefused('EVENTSTORE_URL and MONGODB_URL must name the servers', EXIT.usage);
  }
  return {
    ...config,
    eventStoreUrl: undefined,
    eventStoreCredentialsFile: undefined,
    mongodbUrl: undefined,
    mongodbCredentialsFile: undefined,
  };
}

/** @throws CommandRefused where there is no installation to move */
export function mustExist(config: Config): void {
  if (config.eventStoreUrl === undefined && !existsSync(eventsFileOf(config)))
    throw new CommandRefused('there is no installation in DATA_DIR', EXIT.usage);
}
