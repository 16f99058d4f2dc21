import type { Position } from '#events/store/recorded-event';
import type { RowChange } from '../store/projection-store.js';
import type { Row, StoredRow } from '../store/row.js';

interface WorkingRow {
  /** As it is stored; absent where nothing is. */
  stored: StoredRow | undefined;
  row: Row | undefined;
  /** Of the last event folded in. */
  position: Position;
}

type Load = (keys: readonly string[]) => Promise<ReadonlyMap<string, StoredRow>>;

/** Rows kept after they are written: the writer is the only one, so they need not be read again. */
const KEPT_ROWS = 20_000;

/** The rows of one projection in memory: each is loaded once, folded as often as needed, written once per commit. */
export class WorkingSet {
  private readonly rows = new Map<string, WorkingRow>();
  private readonly changed = new Map<string, WorkingRow>();

  constructor(private readonly load: Load) {}

  get changedRows(): number {
    return this.changed.size;
  }

  /** Loads what is not in memory yet. */
  async include(keys: Iterable<string>): Promise<void> {
    const missing = new Set<string>();
    for (const key of keys) if (!this.rows.has(key)) missing.add(key);
    if (missing.size === 0) return;
    const found = await this.load([...missing]);
    for (const key of missing) {
      const stored = found.get(key);
      this.rows.set(key, { stored, row: stored?.row, position: stored?.position ?? 0n });
    }
  }

  /** The row of a key that was included. */
  get(key: string): StoredRow {
    return this.rows.get(key) ?? { position: 0n };
  }

  put(key: string, row: Row | undefined, position: Position): void {
    const working = this.rows.get(key) ?? { stored: undefined, row, position };
    working.row = row;
    working.position = position;
    this.rows.set(key, working);
    this.changed.set(key, working);
  }

  /** What was made and deleted since the last commit is no change. */
  changes(): RowChange[] {
    const changes: RowChange[] = [];
    for (const [key, { stored, row, position }] of this.changed) {
      if (row || stored?.row) changes.push({ key, before: stored, after: { row, position } });
    }
    return changes;
  }

  /** The changes are stored now. The oldest rows in memory make room. */
  settle(): void {
    for (const working of this.changed.values()) working.stored = { row: working.row, position: working.position };
    this.changed.clear();
    for (const key of this.rows.keys()) {
      if (this.rows.size <= KEPT_ROWS) return;
      this.rows.delete(key);
    }
  }
}
