import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { readConfig, type Config } from '#runtime/config';
import { CommandRefused, EXIT } from './exit-codes.js';
import type { Terminal } from './terminal.js';

export const eventsFileOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'events.sqlite');
export const readFileOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'read.sqlite');

/** Settings of an installation that exists: a command never makes one by a slip in DATA_DIR. @throws CommandRefused */
export function configOf({ environment }: Terminal): Config {
  const config = readConfig(environment);
  if (existsSync(eventsFileOf(config))) return config;
  throw new CommandRefused('there is no installation in DATA_DIR: start it once, or name its folder', EXIT.usage);
}

/** The log for as long as the work takes, read only: beside an engine that runs. */
export async function readingLog<T>(config: Config, work: (log: SqliteEventStore) => Promise<T>): Promise<T> {
  const log = new SqliteEventStore({ file: eventsFileOf(config), readOnly: true });
  try {
    return await work(log);
  } finally {
    await log.close();
  }
}
