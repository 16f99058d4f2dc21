import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { SqliteEventStore, type SqliteOptions } from '../sqlite/sqlite-event-store.js';

/** Files for logs, and stores on them, that the end of each test closes and takes away. */
export function temporaryLogs() {
  const endings: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });
  const onEnd = <T>(thing: T, end: (thing: T) => unknown): T => {
    endings.push(() => end(thing));
    return thing;
  };
  return {
    onEnd,
    /** A file that does not exist yet, in a folder of its own. */
    newFile: (): string => {
      const folder = mkdtempSync(join(tmpdir(), 'aterkom-events-'));
      return join(
        onEnd(folder, () => rmSync(folder, { recursive: true, force: true })),
        'events.sqlite',
      );
    },
    opened: (options: SqliteOptions): SqliteEventStore =>
      onEnd(new SqliteEventStore(options), (store) => store.close()),
  };
}
