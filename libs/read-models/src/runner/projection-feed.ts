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
import { foldOne, handles, keysOf, type LogEvent, type Step, type StreamUpTo } from './fold.js';
import type { WorkingSet } from './working-set.js';

interface Touch {
  readonly event: LogEvent;
  readonly keys: readonly string[];
}

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
  private readonly rows: WorkingSet;
  private readonly parkedKeys: Set<string>;
  private readonly onFailure: 'stop' | 'park';
  private park: ParkedEvent[] = [];
  /** Since the last commit; kept only where an event may yet have to be parked. */
  private touches: Touch[] = [];

  constructor(
    readonly projection: Projection,
    { state, position }: StoredVersion,
    { workingSet, parkedKeys, onFailure }: FeedContext,
  ) {
    this.state = state;
    this.position = position;
    this.readPosition = position;
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
  async fold({ events, position }: LogPage, streamUpTo: StreamUpTo): Promise<void> {
    const touches = events
      .filter((event) => handles(this.projection, event) && event.position > this.readPosition)
      .map((event) => ({ event, keys: keysOf(this.projection, event) }));
    await this.rows.include(keysIn(touches));
    for (const { event, keys } of touches) for (const key of keys) this.foldInto({ key, event, streamUpTo });
    if (this.onFailure === 'park') this.touches.push(...touches);
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
    this.touches = [];
    this.rows.settle();
  }

  /** A row that derived rows cannot be made of: it stays as it is stored, all that the batch had for it waits. */
  private readonly withoutTheBatch = ({ key, before }: RowChange, error: unknown): RowChange | undefined => {
    const touching = this.touches.filter(({ keys }) => keys.includes(key)).map(({ event }) => event);
    const [first] = touching;
    if (this.onFailure === 'stop' || !first) throw error;
    this.parkedKeys.add(key);
    this.park = this.park.filter((parked) => parked.key !== key);
    this.park.push(...touching.map((event) => parkedEvent(key, event)));
    const after = { row: before?.row && stuckAt(before.row, first), position: before?.position ?? 0n };
    this.rows.put(key, after.row, after.position);
    return after.row && { key, before, after };
  };

  private foldInto(step: Step): void {
    const { key, event } = step;
    if (this.parkedKeys.has(key)) {
      this.park.push(parkedEvent(key, event));
      return;
    }
    const { row, position } = this.rows.get(key);
    // Without transactions a row may be ahead of the checkpoint.
    if (event.position <= position) return;
    try {
      const after = foldOne(this.projection, row, step);
      if (after !== row) this.rows.put(key, after, event.position);
    } catch (error) {
      if (this.onFailure === 'stop') throw error;
      this.stick(key, event);
    }
  }

  /** The row shows what held before, marked as stuck; this event and all later ones of the key wait. */
  private stick(key: string, event: LogEvent): void {
    const { row, position } = this.rows.get(key);
    this.parkedKeys.add(key);
    this.park.push(parkedEvent(key, event));
    if (row) this.rows.put(key, stuckAt(row, event), position);
  }
}

const stuckAt = (row: Row, { recordedAt, id }: LogEvent): Row => ({
  ...row,
  stuck: { since: recordedAt, eventId: id },
});

const keysIn = function* (touches: readonly Touch[]): Generator<string> {
  for (const { keys } of touches) yield* keys;
};

const parkedEvent = (key: string, { id, type, position, streamId, revision }: LogEvent): ParkedEvent => ({
  key,
  position,
  streamId,
  revision,
  eventId: id,
  type,
});
