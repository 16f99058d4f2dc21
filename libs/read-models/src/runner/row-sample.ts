import { isDeepStrictEqual } from 'node:util';
import { viewsOf } from '../store/define-projection.js';
import type { ProjectionStore } from '../store/projection-store.js';
import type { Row } from '../store/row.js';
import type { View } from '../store/view.js';
import { derivedRows } from './derived-changes.js';
import type { Folding, StreamUpTo } from './fold.js';
import { BuildDiffers } from './runner.errors.js';
import type { Delivery } from './touches.js';

const FIRST_ROWS = 20;
const ONE_IN = 128;
const MOST_ROWS = 1000;

/**
 * Some rows of a rebuild, folded beside it one event at a time, without working set, commits or JSON:
 * what the store then holds must be the same.
 */
export class RowSample {
  private readonly rows = new Map<string, Row | undefined>();

  constructor(private readonly folding: Folding) {}

  fold({ events, keys }: Delivery, streamUpTo: StreamUpTo): void {
    for (const [at, key] of keys.entries()) {
      const event = events[at];
      if (!event || !this.holds(key)) continue;
      this.rows.set(key, this.folding.fold(this.rows.get(key), key, event, streamUpTo));
    }
  }

  /** @throws BuildDiffers */
  async verify(store: ProjectionStore): Promise<void> {
    const { projection } = this.folding;
    for (const view of viewsOf(projection)) {
      const expected = new Map(this.expectedIn(view));
      const stored = await store.load(projection, view, [...expected.keys()]);
      const differing = [...expected].filter(([key, row]) => !isDeepStrictEqual(stored.get(key)?.row, row));
      if (differing.length > 0) throw new BuildDiffers(projection.name, view.name, differing.length);
    }
  }

  /** Chosen by the key alone, so that a resumed rebuild chooses the same. */
  private holds(key: string): boolean {
    if (this.rows.has(key)) return true;
    if (this.rows.size >= MOST_ROWS) return false;
    return this.rows.size < FIRST_ROWS || hashOf(key) % ONE_IN === 0;
  }

  private expectedIn(view: View): (readonly [string, Row | undefined])[] {
    const rows = [...this.rows].map(([key, row]) => [key, row && asStored(row)] as const);
    const derived = this.folding.projection.derived.find(({ name }) => name === view.name);
    if (!derived) return rows;
    return rows.flatMap(([, row]) => [...derivedRows(derived, row)].map(([key, one]) => [key, asStored(one)] as const));
  }
}

/** As it comes back from a store. */
const asStored = (row: Row): Row => JSON.parse(JSON.stringify(row)) as Row;

/** FNV-1a of the end of the key, where ids differ. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = Math.max(0, key.length - 8); at < key.length; at++) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
