import type { Position } from '#events/store/recorded-event';
import { ReadStore, type Count, type Page, type Range, type Seek } from '../store/read-store.js';
import { ViewUnavailable } from '../store/read-store.errors.js';
import type { Row, Scalar } from '../store/row.js';
import { cursorAfter, planGroup, planRange, type RangePlan } from '../store/seek-plan.js';
import type { View } from '../store/view.js';
import { ControlDocument } from './control-document.js';
import { ControlWatch } from './control-watch.js';
import { activeIn, activeOf, activePositions, type ControlledVersion } from './control.js';
import { Counters, counterValues } from './counters.js';
import { MongodbDatabase, type MongodbOptions } from './mongodb-database.js';
import { isHintUnknown, withoutLostCursor } from './mongodb-errors.js';
import { filtersAfter, rangeFilter, sortOf, type Filter } from './seek-queries.js';
import { positionOf } from './stored-at.js';
import type { RowDoc } from './stored-doc.js';

const READ_AT_ONCE = 1000;

/** Reads what a projector, mostly of another process, writes. */
export class MongodbReadStore extends ReadStore {
  private readonly database: MongodbDatabase;
  private readonly watch: ControlWatch;
  private readonly counters: Counters;

  constructor(url: string, { nowMs = Date.now, ...options }: MongodbOptions = {}) {
    super();
    this.database = new MongodbDatabase(url, options);
    this.watch = new ControlWatch(new ControlDocument(this.database, nowMs));
    this.counters = new Counters(this.database);
  }

  override get<R extends Row>(view: View<R>, key: string): Promise<R | undefined> {
    return this.database.ask(async () => {
      const found = await (await this.rowsOf(view)).findOne({ _id: key });
      // The cast: a row of the view, as the projector wrote it.
      return found?.row as R | undefined;
    });
  }

  override getMany<R extends Row>(view: View<R>, keys: readonly string[]): Promise<readonly R[]> {
    return this.database.ask(async () => {
      const rows = await this.rowsOf(view);
      const found = new Map<string, R | undefined>();
      for (let at = 0; at < keys.length; at += READ_AT_ONCE) {
        const find = { _id: { $in: keys.slice(at, at + READ_AT_ONCE) } };
        const docs = await withoutLostCursor(() => rows.find(find, { batchSize: READ_AT_ONCE + 1 }).toArray());
        // The cast: rows of the view, as the projector wrote them.
        for (const { _id, row } of docs) found.set(_id, row as R | undefined);
      }
      return keys.flatMap((key) => found.get(key) ?? []);
    });
  }

  override seek<R extends Row>(view: View<R>, seek: Seek<R>): Promise<Page<R>> {
    return this.database.ask(async () => {
      const plan = planRange(view, seek);
      const rows: R[] = [];
      for (const filter of filtersAfter(plan, seek)) {
        if (rows.length < seek.limit) rows.push(...(await this.sought(view, filter, plan, seek.limit - rows.length)));
      }
      const next = cursorAfter(plan, rows, seek);
      return next ? { rows, next } : { rows };
    });
  }

  override countUpTo<R extends Row>(view: View<R>, range: Range<R>, atMost: number): Promise<number> {
    return this.database.ask(async () => {
      const plan = planRange(view, range);
      const rows = await this.rowsOf(view);
      const options = { limit: atMost, hint: plan.index.name };
      return whereIndexed(view, () => rows.countDocuments(rangeFilter(plan), options));
    });
  }

  override count<R extends Row>(view: View<R>, group: readonly string[], values: readonly Scalar[]): Promise<number> {
    return this.database.ask(async () => {
      const name = planGroup(view, group);
      return this.counters.one(await this.countersOf(view), view, { group: name, values });
    });
  }

  override counts<R extends Row>(
    view: View<R>,
    group: readonly string[],
    prefix: readonly Scalar[],
  ): Promise<readonly Count[]> {
    return this.database.ask(async () => {
      const asked = { group: planGroup(view, group), values: prefix, isWhole: prefix.length === group.length };
      const found = await this.counters.beginningWith(await this.countersOf(view), view, asked);
      return found.map((counter) => ({ values: counterValues(counter), count: counter.n ?? 0 }));
    });
  }

  override checkpoint(view: View): Promise<Position> {
    return this.database.ask(async () => positionOf(activeIn(await this.watch.look(), view).position));
  }

  override async waitUntil(position: Position, timeoutMs: number): Promise<boolean> {
    const signal = AbortSignal.timeout(timeoutMs);
    for (;;) {
      const control = await this.database.ask(() => this.watch.look());
      const positions = activePositions(control);
      if (positions.length > 0 && positions.every((reached) => reached >= position)) return true;
      if (signal.aborted || this.watch.isStopped) return false;
      await this.watch.next(control?.revision ?? 0, signal);
    }
  }

  override async *changes(signal: AbortSignal): AsyncGenerator<void> {
    for (let seen = await this.revision(); ;) {
      await this.watch.next(seen, signal);
      if (signal.aborted || this.watch.isStopped) return;
      seen = await this.revision();
      yield;
    }
  }

  override close(): Promise<void> {
    this.watch.stop();
    return this.database.close();
  }

  private async revision(): Promise<number> {
    return (await this.database.ask(() => this.watch.look()))?.revision ?? 0;
  }

  private async sought<R extends Row>(view: View<R>, filter: Filter, plan: RangePlan, limit: number): Promise<R[]> {
    const options = { sort: sortOf(plan), limit, batchSize: limit, hint: plan.index.name, projection: { row: 1 } };
    const rows = await this.rowsOf(view);
    const docs = await whereIndexed(view, () => withoutLostCursor(() => rows.find(filter, options).toArray()));
    // The cast: rows of the view, as the projector wrote them.
    return docs.flatMap(({ row }) => (row ? [row as R] : []));
  }

  private async rowsOf(view: View): Promise<ReturnType<typeof this.collection>> {
    const { collections } = await this.shown(view);
    const name = collections[view.name];
    // A derived view that the active version, an older one, does not have.
    if (name === undefined) throw new ViewUnavailable(view.name);
    return this.collection(name);
  }

  private collection(name: string) {
    return this.database.collection<RowDoc>(name);
  }

  private async countersOf(view: View): Promise<string> {
    return (await this.shown(view)).counters ?? '';
  }

  /** @throws ViewUnavailable */
  private async shown(view: View): Promise<ControlledVersion> {
    const { recent } = this.watch;
    return (recent && activeOf(recent, view)) ?? activeIn(await this.watch.look(), view);
  }
}

/** The active version, an older one, may not have the index. */
async function whereIndexed<T>(view: View, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isHintUnknown(error)) throw new ViewUnavailable(view.name, { cause: error });
    throw error;
  }
}
