import Database from 'better-sqlite3';

export type ReadDatabase = Database.Database;
export type Statement = Database.Statement;

/** Longest wait for another connection's lock. */
const BUSY_MS = 5000;
const CACHE_KIB = 64 * 1024;
/** Pages of the write-ahead log after which it is copied back: bulk loading writes each page fewer times than at 1,000. */
const WAL_PAGES = 16_000;

/**
 * `projection`: one row per version; its checkpoint is text, for positions may exceed 64 bits.
 * `counter`: `vals` is the JSON list of the group's values; rows at 0 stay.
 * `parked`: where an event stands in the log, never what it says, so that nothing personal is copied here.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS projection (
    name TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL, position TEXT NOT NULL, tables TEXT NOT NULL,
    PRIMARY KEY (name, version)) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS projection_active ON projection (name) WHERE state = 'active';
  CREATE TABLE IF NOT EXISTS counter (
    tbl TEXT NOT NULL, grp TEXT NOT NULL, vals TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (tbl, grp, vals)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS parked (
    projection TEXT NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL, position TEXT NOT NULL,
    stream_id TEXT NOT NULL, revision INTEGER NOT NULL, event_id TEXT NOT NULL, type TEXT NOT NULL,
    PRIMARY KEY (projection, version, seq)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS lease (
    name TEXT PRIMARY KEY, holder TEXT NOT NULL, epoch INTEGER NOT NULL, until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/**
 * Opens or makes the file. WAL lets readers go on during a commit; synchronous=NORMAL may lose the last commits
 * on a power cut, rows and checkpoint alike, and the projector then folds them again.
 */
export function openReadDatabase(file: string): ReadDatabase {
  const database = new Database(file, { timeout: BUSY_MS });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma(`cache_size = -${CACHE_KIB}`);
  database.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
  database.exec(SCHEMA);
  return database;
}
