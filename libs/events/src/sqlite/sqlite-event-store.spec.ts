import Database from 'better-sqlite3';
import type { Position } from '../store/recorded-event.js';
import { eventStoreContract } from '../testing/event-store.contract.js';
import { temporaryLogs } from '../testing/temporary-logs.js';

const { newFile, opened } = temporaryLogs();

function startAt(file: string, position: Position): void {
  const db = new Database(file);
  db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('events', ?)").run(position);
  db.close();
}

eventStoreContract('SqliteEventStore', {
  isDurable: true,
  startsAnywhere: true,
  open: (startAfter) => {
    const file = newFile();
    const store = opened({ file });
    if (startAfter !== undefined) startAt(file, startAfter);
    return Promise.resolve({
      store,
      reopen: () => Promise.resolve(opened({ file })),
      dispose: () => store.close(),
    });
  },
});
