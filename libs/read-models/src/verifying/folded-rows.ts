import type { Position } from '#events/store/recorded-event';
import { derivedRows } from '../runner/derived-changes.js';
import { Folding, type LogEvent, type StreamUpTo } from '../runner/fold.js';
import { FoldFailed } from '../runner/runner.errors.js';
import type { Projection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';
import type { View } from '../store/view.js';

/** What a projection must show: one event after the other, without working set, commits or a store. */
export class FoldedRows {
  private readonly rows = new Map<string, Row | undefined>();
  /** Keys with an event that cannot be folded: the row stays as it was before. */
  private readonly stuck = new Set<string>();

  readonly folding: Folding;

  /** Later events are left out. */
  upTo: Position = 0n;
  private foldedTo: Position = 0n;

  constructor(readonly projection: Projection) {
    this.folding = new Folding(projection);
  }

  /** What has been left out until now is to be read again, from where it was. */
  extendTo(position: Position): void {
    this.foldedTo = this.upTo;
    this.upTo = position;
  }

  fold(events: readonly LogEvent[], streamUpTo: StreamUpTo): void {
    for (const event of events) {
      if (event.position <= this.foldedTo || event.position > this.upTo || !this.folding.handles(event)) continue;
      for (const key of this.folding.keysOf(event)) if (!this.stuck.has(key)) this.foldInto(key, event, streamUpTo);
    }
  }

  /** By key, as they come back from a store. */
  in(view: View): Map<string, Row> {
    const derived = this.projection.derived.find(({ name }) => name === view.name);
    const rows = [...this.rows.values()].flatMap((row) => row ?? []);
    const shown = derived ? rows.flatMap((row) => [...derivedRows(derived, row).values()]) : rows;
    return new Map(shown.map((row) => [row.key, JSON.parse(JSON.stringify(row)) as Row]));
  }

  private foldInto(key: string, event: LogEvent, streamUpTo: StreamUpTo): void {
    try {
      this.rows.set(key, this.folding.fold(this.rows.get(key), key, event, streamUpTo));
    } catch (error) {
      if (!(error instanceof FoldFailed)) throw error;
      this.stuck.add(key);
    }
  }
}
