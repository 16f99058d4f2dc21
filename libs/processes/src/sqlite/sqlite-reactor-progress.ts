import Database from 'better-sqlite3';
import type { Position } from '#events/store/recorded-event';
import { ReactorProgress, type ParkedEvent } from '../progress/reactor-progress.js';

/** Longest wait for another connection's lock. */
const BUSY_MS = 5000;
const POSITION_DIGITS = 20;

/** Positions are text of one length, so that they sort, for they may exceed 64 bits one day. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS progress (reactor TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS parked (
    reactor TEXT NOT NULL, event_id TEXT NOT NULL, stream_id TEXT NOT NULL, revision INTEGER NOT NULL,
    position TEXT NOT NULL, tries INTEGER NOT NULL,
    PRIMARY KEY (reactor, event_id)) STRICT, WITHOUT ROWID;
`;

type StoredParked = Omit<ParkedEvent, 'position'> & { readonly position: string };

const sortable = (position: Position): string => String(position).padStart(POSITION_DIGITS, '0');

/**
 * A file of its own beside the read models: they may be thrown away and built anew, and no reactor begins again for it.
 * synchronous=NORMAL: a power cut may lose the last positions, which costs doing the last reactions again.
 */
export class SqliteReactorProgress extends ReactorProgress {
  private readonly db: Database.Database;

  constructor(file: string) {
    super();
    this.db = new Database(file, { timeout: BUSY_MS });
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = NORMAL');
    this.db.exec(SCHEMA);
  }

  override positionOf(reactor: string): Promise<Position> {
    const position = this.db.prepare('SELECT position FROM progress WHERE reactor = ?').pluck().get(reactor);
    return Promise.resolve(typeof position === 'string' ? BigInt(position) : 0n);
  }

  override save(positions: ReadonlyMap<string, Position>): Promise<void> {
    const saving = this.db.prepare(`
      INSERT INTO progress VALUES (?, ?)
      ON CONFLICT (reactor) DO UPDATE SET position = excluded.position WHERE excluded.position > position`);
    this.db.transaction(() => {
      for (const [reactor, position] of positions) saving.run(reactor, sortable(position));
    })();
    return Promise.resolve();
  }

  override parked(reactor: string): Promise<readonly ParkedEvent[]> {
    const found = this.db.prepare(`
      SELECT reactor, event_id AS eventId, stream_id AS streamId, revision, position, tries
      FROM parked WHERE reactor = ? ORDER BY position`);
    // The cast: the columns that SELECT names.
    const rows = found.all(reactor) as StoredParked[];
    return Promise.resolve(rows.map((row) => ({ ...row, position: BigInt(row.position) })));
  }

  override park(event: ParkedEvent): Promise<void> {
    this.db
      .prepare('INSERT OR REPLACE INTO parked VALUES (@reactor, @eventId, @streamId, @revision, @position, @tries)')
      .run({ ...event, position: sortable(event.position) });
    return Promise.resolve();
  }

  override unpark({ reactor, eventId }: Pick<ParkedEvent, 'reactor' | 'eventId'>): Promise<void> {
    this.db.prepare('DELETE FROM parked WHERE reactor = ? AND event_id = ?').run(reactor, eventId);
    return Promise.resolve();
  }

  override close(): Promise<void> {
    this.db.close();
    return Promise.resolve();
  }
}
