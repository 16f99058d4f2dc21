import { existsSync } from 'node:fs';
import type { EventStore } from '#events/store/event-store';
import { readConfig, type Config } from '#runtime/config';
import { eventsFileOf } from '#stores/data-files';
import { openLog } from '#stores/open-log';
import { CommandRefused, EXIT } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** Settings of an installation that exists: a command never makes one by a slip in DATA_DIR. @throws CommandRefused */
export function configOf({ environment }: Terminal): Config {
  const config = readConfig(environment);
  if (config.eventStoreUrl !== undefined || existsSync(eventsFileOf(config))) return config;
  throw new CommandRefused('there is no installation in DATA_DIR: start it once, or name its folder', EXIT.usage);
}

/** The same, for what works on the log's own file. @throws CommandRefused */
export function embeddedConfigOf(terminal: Terminal): Config {
  const config = configOf(terminal);
  if (config.eventStoreUrl === undefined) return config;
  throw new CommandRefused('the log is on a server (EVENTSTORE_URL): this command works on files only', EXIT.usage);
}

/** The log for as long as the work takes, read only: beside an engine that runs. */
export async function readingLog<T>(config: Config, work: (log: EventStore) => Promise<T>): Promise<T> {
  const log = await openLog(config, { readOnly: true });
  try {
    return await work(log);
  } finally {
    await log.close();
  }
}
