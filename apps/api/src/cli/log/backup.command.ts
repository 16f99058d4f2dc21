import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import type { Position } from '#events/store/recorded-event';
import type { Config } from '#runtime/config';
import { eventsFileOf } from '#stores/data-files';
import { CommandRefused, EXIT } from '../exit-codes.js';
import { embeddedConfigOf } from '../installation-files.js';
import { print, type Terminal } from '../terminal.js';

interface BackedUp {
  readonly file: string;
  /** Of the last event in the copy. */
  readonly position: string;
  readonly pepper: string;
}

/** The log is all that must be kept: the read models are rebuilt from it, the pepper is kept apart. */
export const backupCommand = (terminal: Terminal): Command =>
  new Command('backup')
    .description('Copy the log as it stands now, while the engine runs')
    .argument('<folder>', 'made where it is missing; must not hold an events.sqlite')
    .option('--json', 'one JSON document, for scripts')
    .action(async (folder: string, { json }: { readonly json?: boolean }) => {
      const config = embeddedConfigOf(terminal);
      const file = join(folder, 'events.sqlite');
      if (existsSync(file)) throw new CommandRefused(`${file} exists and is not written over`, EXIT.usage);
      await mkdir(folder, { recursive: true });
      const position = await copyOf(eventsFileOf(config), file);
      print(terminal, json, { file, position: position.toString(), pepper: pepperOf(config) }, rendered);
    });

async function copyOf(from: string, to: string): Promise<Position> {
  const log = new SqliteEventStore({ file: from, readOnly: true });
  try {
    return await log.backup(to);
  } finally {
    await log.close();
  }
}

const pepperOf = ({ pepper, pepperFile, dataDir }: Config): string =>
  pepper === undefined ? (pepperFile ?? join(dataDir, 'pepper')) : 'the variable PEPPER';

const rendered = ({ file, position, pepper }: BackedUp): string => `${file} holds the log up to position ${position}.
Keep the pepper as well, apart from this copy: ${pepper}. Without it no block is found again.
The read models are not copied: they are rebuilt from the log at the first start.`;
