import type { Position } from '#events/store/recorded-event';
import type { RowChange } from '../store/projection-store.js';
import type { Row, StoredRow } from '../store/row.js';

/** A row in memory. */
export interface WorkingRow {
  readonly key: string;
  /** As it is stored; absent where nothing is. */
  stored: StoredRow | undefined;
  row: Row | undefined;
  /** Of the last event folded in. */
  position: Position;
  isChanged: boolean;
}

type Load = (keys: readonly string[]) => Promise<ReadonlyMap<string, StoredRow>>;

/** Rows kept after they are written: the writer is the only one, so they need not be read again. */
const KEPT_ROWS = 20_000;

/** The rows of one projection in memory: each is loaded once, folded as often as needed, written once per commit. */
export class WorkingSet {
  private readonly rows = new Map<string, WorkingRow>();
  private changed: WorkingRow[] = [];

  constructor(private readonly load: Load) {}

  get changedRows(): number {
    return this.changed.length;
  }

  /** The rows under these keys, key for key; what is not in memory yet is loaded. */
  async rowsAt(keys: readonly string[]): Promise<readonly WorkingRow[]> {
    const missing: WorkingRow[] = [];
    const working = keys.map((key) => {
      const known = this.rows.get(key);
      if (known) return known;
      const fresh = { key, stored: undefined, row: undefined, position: 0n, isChanged: false };
      this.rows.set(key, fresh);
      missing.push(fresh);
      return fresh;
    });
    if (missing.length > 0) await this.fill(missing);
    return working;
  }

  change(working: WorkingRow, row: Row | undefined, position: Position): void {
    working.row = row;
    working.position = position;
    if (working.isChanged) return;
    working.isChanged = true;
    this.changed.push(working);
  }

  /** Back to how it is stored. */
  undo(key: string): WorkingRow | undefined {
    const working = this.rows.get(key);
    if (!working) return undefined;
    working.row = working.stored?.row;
    working.position = working.stored?.position ?? 0n;
    return working;
  }

  /** What was made and deleted since the last commit is no change. */
  changes(): RowChange[] {
    const changes: RowChange[] = [];
    for (const { key, stored, row, position } of this.changed) {
      if (row || stored?.row) changes.push({ key, before: stored, after: { row, position } });
    }
    return changes;
  }

  /** The changes are stored now. The oldest rows in memory make room. */
  settle(): void {
    for (const working of this.changed) {
      working.stored = { row: working.row, position: working.position };
      working.isChanged = false;
    }
    this.changed = [];
    for (const key of this.rows.keys()) {
      if (this.rows.size <= KEPT_ROWS) return;
      this.rows.delete(key);
    }
  }

  private async fill(missing: readonly WorkingRow[]): Promise<void> {
    const found = await this.load(missing.map(({ key }) => key));
    for (const working of missing) {
      const stored = found.get(working.key);
      if (!stored) continue;
      working.stored = stored;
      working.row = stored.row;
      working.position = stored.position;
    }
  }
}
