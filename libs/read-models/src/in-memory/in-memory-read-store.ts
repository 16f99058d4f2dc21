import type { Position } from '#events/store/recorded-event';
import { promised } from '#events/store/promised';
import { ReadStore, type Count, type Cursor, type Page, type Range, type Seek } from '../store/read-store.js';
import type { Row, Scalar } from '../store/row.js';
import { cursorAfter, planGroup, planRange, valuesOf, type RangePlan } from '../store/seek-plan.js';
import type { View } from '../store/view.js';
import type { InMemoryViews } from './in-memory-views.js';

/** Same answers as the others, by walking and sorting: for tests. */
export class InMemoryReadStore extends ReadStore {
  private readonly closing = new AbortController();

  constructor(private readonly views: InMemoryViews) {
    super();
  }

  override get<R extends Row>(view: View<R>, key: string): Promise<R | undefined> {
    return promised(() => this.rowsOf(view).find((row) => row.key === key));
  }

  override getMany<R extends Row>(view: View<R>, keys: readonly string[]): Promise<readonly R[]> {
    return promised(() => {
      const rows = new Map(this.rowsOf(view).map((row) => [row.key, row]));
      return keys.flatMap((key) => rows.get(key) ?? []);
    });
  }

  override seek<R extends Row>(view: View<R>, seek: Seek<R>): Promise<Page<R>> {
    return promised(() => {
      const plan = planRange(view, seek);
      const sign = plan.index.descending ? -1 : 1;
      const orderOf = (row: R): Cursor => [...(valuesOf(row, plan.rest) ?? []), row.key];
      const { after } = seek;
      const rows = this.within(view, plan)
        .filter((row) => !after || sign * compare(orderOf(row), after) > 0)
        .sort((a, b) => sign * compare(orderOf(a), orderOf(b)))
        .slice(0, seek.limit);
      const next = cursorAfter(plan, rows, seek);
      return next ? { rows, next } : { rows };
    });
  }

  override countUpTo<R extends Row>(view: View<R>, range: Range<R>, atMost: number): Promise<number> {
    return promised(() => Math.min(this.within(view, planRange(view, range)).length, atMost));
  }

  override async count<R extends Row>(
    view: View<R>,
    group: readonly (keyof R & string)[],
    values: readonly Scalar[],
  ): Promise<number> {
    const counts = await this.counts(view, group, values);
    return counts.reduce((sum, { count }) => sum + count, 0);
  }

  override counts<R extends Row>(
    view: View<R>,
    group: readonly (keyof R & string)[],
    prefix: readonly Scalar[],
  ): Promise<readonly Count[]> {
    return promised(() => {
      planGroup(view, group);
      const counts = new Map<string, Count>();
      for (const row of this.rowsOf(view)) {
        const values = valuesOf(row, group);
        if (!values || prefix.some((value, at) => values[at] !== value)) continue;
        const key = JSON.stringify(values);
        counts.set(key, { values, count: (counts.get(key)?.count ?? 0) + 1 });
      }
      return [...counts.values()].sort((a, b) => compare([JSON.stringify(a.values)], [JSON.stringify(b.values)]));
    });
  }

  override checkpoint(view: View): Promise<Position> {
    return promised(() => this.views.activeOf(view).position);
  }

  override async waitUntil(position: Position, timeoutMs: number): Promise<boolean> {
    const signal = AbortSignal.timeout(timeoutMs);
    for (;;) {
      const seen = this.views.commits;
      if (this.hasPassed(position)) return true;
      if (signal.aborted) return false;
      await this.views.nextCommit(seen, signal);
    }
  }

  override async *changes(signal: AbortSignal): AsyncGenerator<void> {
    const ending = AbortSignal.any([signal, this.closing.signal]);
    for (let seen = this.views.commits; ;) {
      await this.views.nextCommit(seen, ending);
      if (ending.aborted) return;
      seen = this.views.commits;
      yield;
    }
  }

  override close(): Promise<void> {
    this.closing.abort();
    return Promise.resolve();
  }

  private hasPassed(position: Position): boolean {
    const actives = this.views.actives();
    return actives.length > 0 && actives.every(([, active]) => active.position >= position);
  }

  private rowsOf<R extends Row>(view: View<R>): R[] {
    const stored = [...(this.views.activeOf(view).rows.get(view.name)?.values() ?? [])];
    // The cast: rows of the view, as the projector wrote them.
    return stored.flatMap(({ row }) => (row ? [row as R] : []));
  }

  private within<R extends Row>(view: View<R>, { index, equals, rest, from, to }: RangePlan): R[] {
    const [ranged] = rest;
    const bound = { from, to };
    return this.rowsOf(view).filter(
      (row) =>
        valuesOf(row, index.fields) !== undefined &&
        equals.every(({ field, value }) => valuesOf(row, [field])?.[0] === value) &&
        (!ranged || isWithin(valuesOf(row, [ranged]), bound)),
    );
  }
}

const isWithin = (
  values: Cursor | undefined,
  { from, to }: { readonly from?: Scalar; readonly to?: Scalar },
): boolean =>
  values !== undefined &&
  (from === undefined || compare(values, [from]) >= 0) &&
  (to === undefined || compare(values, [to]) <= 0);

/** Numbers before text, as in the other stores. */
function compare(a: Cursor, b: Cursor): number {
  for (const [at, x] of a.entries()) {
    const y = b[at];
    if (y === undefined || x === y) continue;
    if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
    return x < y ? -1 : 1;
  }
  return 0;
}
