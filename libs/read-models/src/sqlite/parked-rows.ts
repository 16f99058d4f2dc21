import type { Projection } from '../store/define-projection.js';
import type { ParkedEvent } from '../store/projection-store.js';
import type { ReadDatabase, Statement } from './read-database.js';

/** The queues of events behind rows that are stuck. */
export class ParkedRows {
  private readonly insertion: Statement;
  private readonly removal: Statement;
  private readonly selection: Statement;

  constructor(database: ReadDatabase) {
    this.insertion = database.prepare(`
      INSERT INTO parked
      SELECT @name, @version, coalesce((SELECT max(seq) FROM parked WHERE projection = @name AND version = @version), 0) + 1,
             @key, @position, @streamId, @revision, @eventId, @type`);
    this.removal = database.prepare(
      'DELETE FROM parked WHERE projection = @name AND version = @version AND key = @key',
    );
    this.selection = database.prepare(`
      SELECT key, position, stream_id AS streamId, revision, event_id AS eventId, type
      FROM parked WHERE projection = @name AND version = @version ORDER BY seq`);
  }

  add({ name, version }: Projection, events: readonly ParkedEvent[]): void {
    for (const event of events) this.insertion.run({ ...event, name, version, position: event.position.toString() });
  }

  remove({ name, version }: Projection, keys: readonly string[]): void {
    for (const key of keys) this.removal.run({ name, version, key });
  }

  of({ name, version }: Projection): ParkedEvent[] {
    // The cast: the columns that the statement names.
    const rows = this.selection.all({ name, version }) as (Omit<ParkedEvent, 'position'> & { position: string })[];
    return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
  }
}
