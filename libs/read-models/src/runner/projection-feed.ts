import type { Position } from '#events/store/recorded-event';
import type { Projection } from '../store/define-projection.js';
import type {
  ParkedEvent,
  ProjectionCommit,
  RowChange,
  StoredVersion,
  VersionState,
} from '../store/projection-store.js';
import type { Row } from '../store/row.js';
import { changesOf } from './derived-changes.js';
import type { LogPage } from './event-log.js';
import { Folding, type LogEvent, type StreamUpTo } from './fold.js';
import { deliveryOf, type Delivery } from './touches.js';
import type { WorkingRow, WorkingSet } from './working-set.js';

export interface FeedContext {
  readonly workingSet: WorkingSet;
  readonly parkedKeys: Iterable<string>;
  /** A rebuild stops at the first event that cannot be folded; live, its key is parked and the rest flows. */
  readonly onFailure: 'stop' | 'park';
}

/** One version of a projection that follows the log: folds into memory, says what is to be committed. */
export class ProjectionFeed {
  state: VersionState;
  /** The stored checkpoint. */
  position: Position;
  /** How far the log has been folded into memory. */
  readPosition: Position;
  readonly folding: Folding;
  private readonly rows: WorkingSet;
  private readonly parkedKeys: Set<string>;
  private readonly onFailure: 'stop' | 'park';
  private park: ParkedEvent[] = [];
  /** Since the last commit; kept only where an event may yet have to be parked. */
  private deliveries: Delivery[] = [];

  constructor(
    readonly projection: Projection,
    { state, position }: StoredVersion,
    { workingSet, parkedKeys, onFailure }: FeedContext,
  ) {
    this.state = state;
    this.position = position;
    this.readPosition = position;
    this.folding = new Folding(projection);
    this.rows = workingSet;
    this.parkedKeys = new Set(parkedKeys);
    this.onFailure = onFailure;
  }

  get changedRows(): number {
    return this.rows.changedRows;
  }

  get parkedCount(): number {
    return this.parkedKeys.size;
  }

  /** Folds what it has not folded yet. @throws FoldFailed in a rebuild, and where an event does not even tell its keys */
  async read(page: LogPage, streamUpTo: StreamUpTo): Promise<void> {
    await this.fold(deliveryOf(this.folding, page, this.readPosition), streamUpTo);
  }

  /** What `read` makes of a page. */
  async fold(delivery: Delivery, streamUpTo: StreamUpTo): Promise<void> {
    const { events, keys, position } = delivery;
    const rows = await this.rows.rowsAt(keys);
    for (const [at, working] of rows.entries()) {
      const event = events[at];
      if (event) this.foldInto(working, event, streamUpTo);
    }
    if (this.onFailure === 'park') this.deliveries.push(delivery);
    if (position > this.readPosition) this.readPosition = position;
  }

  /** What has been folded since the last commit. */
  pendingCommit(): ProjectionCommit {
    const { projection, position: from, readPosition: to } = this;
    const changes = changesOf(projection, this.rows.changes(), this.withoutTheBatch);
    return { projection, from, to, changes, park: this.park, unpark: [] };
  }

  committed(): void {
    this.position = this.readPosition;
    this.park = [];
    this.deliveries = [];
    this.rows.settle();
  }

  /** A row that derived rows cannot be made of: it stays as it is stored, all that the batch had for it waits. */
  private readonly withoutTheBatch = ({ key, before }: RowChange, error: unknown): RowChange | undefined => {
    const touching = this.deliveries.flatMap(({ events, keys }) => events.filter((_, at) => keys[at] === key));
    const [first] = touching;
    const working = this.rows.undo(key);
    if (this.onFailure === 'stop' || !first || !working) throw error;
    this.parkedKeys.add(key);
    this.park = this.park.filter((parked) => parked.key !== key);
    this.park.push(...touching.map((event) => parkedEvent(key, event)));
    if (!working.row) return undefined;
    this.rows.change(working, stuckAt(working.row, first), working.position);
    return { key, before, after: { row: working.row, position: working.position } };
  };

  private foldInto(working: WorkingRow, event: LogEvent, streamUpTo: StreamUpTo): void {
    const { key, row, position } = working;
    if (this.parkedKeys.has(key)) {
      this.park.push(parkedEvent(key, event));
      return;
    }
    // Without transactions a row may be ahead of the checkpoint.
    if (event.position <= position) return;
    try {
      const after = this.folding.fold(row, key, event, streamUpTo);
      if (after !== row) this.rows.change(working, after, event.position);
    } catch (error) {
      if (this.onFailure === 'stop') throw error;
      this.stick(working, event);
    }
  }

  /** The row shows what held before, marked as stuck; this event and all later ones of the key wait. */
  private stick(working: WorkingRow, event: LogEvent): void {
    const { key, row, position } = working;
    this.parkedKeys.add(key);
    this.park.push(parkedEvent(key, event));
    if (row) this.rows.change(working, stuckAt(row, event), position);
  }
}

const stuckAt = (row: Row, { recordedAt, id }: LogEvent): Row => ({
  ...row,
  stuck: { since: recordedAt, eventId: id },
});

const parkedEvent = (key: string, { id, type, position, streamId, revision }: LogEvent): ParkedEvent => ({
  key,
  position,
  streamId,
  revision,
  eventId: id,
  type,
});
