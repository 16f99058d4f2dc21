import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** "Atkm" in ASCII: tells our files from others. */
const APPLICATION_ID = 0x41746b6d;
const FORMAT = 1;
/** While opening, another process may be making the same file or recovering it after a crash. */
const OPENING_TIMEOUT_MS = 5000;
/** A wait for a lock stops the whole process, so that longer waits are made between turns instead. */
const BUSY_TIMEOUT_MS = 2;
/** A burst leaves no larger write-ahead log behind than this. */
const WAL_LIMIT_BYTES = 64 * 1024 * 1024;

// AUTOINCREMENT: a position is never used twice. The first two triggers are for the hand that opens the file with another
// program. The third compares the revision of every append, and stops REPLACE, which deletes without asking the second.
const SCHEMA = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_never_change BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER events_never_vanish BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
  CREATE TRIGGER events_never_give_way BEFORE INSERT ON events
    WHEN NEW.revision <> coalesce((SELECT max(revision) + 1 FROM events WHERE stream = NEW.stream), 0)
      OR EXISTS (SELECT 1 FROM events WHERE position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'events are only added at the end'); END;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FORMAT};
`;

/** The file is no event log, or one of a format that this version of the program does not know. */
export class NotAnEventLog extends Error {
  override readonly name = 'NotAnEventLog';
  constructor(readonly file: string) {
    super(`${file} is not an event log of format ${FORMAT}`);
  }
}

/** An append to a log that was opened to be read only. */
export class EventLogIsReadOnly extends Error {
  override readonly name = 'EventLogIsReadOnly';
  constructor(readonly file: string) {
    super(`${file} was opened to be read only`);
  }
}

/** Made where it is missing, its folder too. @throws NotAnEventLog, SqliteError */
export function openToWrite(file: string): Database.Database {
  mkdirSync(dirname(file), { recursive: true });
  return opened(new Database(file, { timeout: OPENING_TIMEOUT_MS }), (db) => {
    if (isEmpty(db)) db.pragma('journal_mode = WAL');
    db.transaction(() => isEmpty(db) && db.exec(SCHEMA)).immediate();
    db.pragma('synchronous = FULL');
    db.pragma(`journal_size_limit = ${WAL_LIMIT_BYTES}`);
  });
}

/** @throws NotAnEventLog, SqliteError */
export function openToRead(file: string): Database.Database {
  return opened(new Database(file, { readonly: true, timeout: OPENING_TIMEOUT_MS }), () => undefined);
}

function opened(db: Database.Database, prepare: (db: Database.Database) => void): Database.Database {
  try {
    prepare(db);
    const [application, format] = [numberOf(db, 'application_id'), numberOf(db, 'user_version')];
    if (application !== APPLICATION_ID || format !== FORMAT) throw new NotAnEventLog(db.name);
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const numberOf = (db: Database.Database, pragma: string): number => Number(db.pragma(pragma, { simple: true }));

const isEmpty = (db: Database.Database): boolean => numberOf(db, 'schema_version') === 0;
