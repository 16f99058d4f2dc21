import { LRUCache } from 'lru-cache';
import type { Position } from '#events/store/recorded-event';
import { ReadStore, type Count, type Page, type Range, type Seek } from '../store/read-store.js';
import { ViewUnavailable } from '../store/read-store.errors.js';
import type { Row, Scalar } from '../store/row.js';
import { cursorAfter, planGroup, planRange } from '../store/seek-plan.js';
import type { View } from '../store/view.js';
import { promised } from '#events/store/promised';
import { CommitWatch } from './commit-watch.js';
import { boundsOf } from './counters.js';
import { openReadDatabase, type ReadDatabase, type Statement } from './read-database.js';
import { tableName } from './row-table.js';
import { countQuery, seekQuery, type Query } from './seek-sql.js';

/** More shapes of query than the views have; versions that were replaced fall out. */
const STATEMENTS = 500;

/** Reads the file that a projector, mostly of another process, writes. */
export class SqliteReadStore extends ReadStore {
  private readonly database: ReadDatabase;
  private readonly watch: CommitWatch;
  private readonly active: Statement;
  private readonly behind: Statement;
  private readonly statements = new LRUCache<string, Statement>({ max: STATEMENTS });

  constructor(file: string) {
    super();
    this.database = openReadDatabase(file);
    this.database.pragma('query_only = ON');
    this.watch = new CommitWatch(this.database);
    this.active = this.database.prepare(`SELECT version, position FROM projection WHERE name = ? AND state = 'active'`);
    this.behind = this.database.prepare(`SELECT position FROM projection WHERE state = 'active'`).pluck();
  }

  override get<R extends Row>(view: View<R>, key: string): Promise<R | undefined> {
    return promised(() => this.rowOf(view, this.tableOf(view), key));
  }

  override getMany<R extends Row>(view: View<R>, keys: readonly string[]): Promise<readonly R[]> {
    return promised(() => {
      const table = this.tableOf(view);
      return keys.flatMap((key) => this.rowOf(view, table, key) ?? []);
    });
  }

  override seek<R extends Row>(view: View<R>, seek: Seek<R>): Promise<Page<R>> {
    return promised(() => {
      const plan = planRange(view, seek);
      const { sql, values } = seekQuery(this.tableOf(view), plan, seek);
      // The cast: the rows of the view, as the projector wrote them.
      const rows = (
        this.prepared(view, sql)
          .pluck()
          .all(...values) as string[]
      ).map((doc) => JSON.parse(doc) as R);
      const next = cursorAfter(plan, rows, seek);
      return next ? { rows, next } : { rows };
    });
  }

  override countUpTo<R extends Row>(view: View<R>, range: Range<R>, atMost: number): Promise<number> {
    return promised(() => this.counted(view, countQuery(this.tableOf(view), view, range, atMost)));
  }

  override count<R extends Row>(view: View<R>, group: readonly string[], values: readonly Scalar[]): Promise<number> {
    return promised(() => {
      const sql = 'SELECT coalesce(sum(n), 0) FROM counter WHERE tbl = ? AND grp = ? AND vals = ?';
      const name = planGroup(view, group);
      return this.counted(view, { sql, values: [this.tableOf(view), name, JSON.stringify(values)] });
    });
  }

  override counts<R extends Row>(
    view: View<R>,
    group: readonly string[],
    prefix: readonly Scalar[],
  ): Promise<readonly Count[]> {
    return promised(() => {
      const sql = 'SELECT vals, n FROM counter WHERE tbl = ? AND grp = ? AND vals BETWEEN ? AND ? AND n > 0';
      const { from, to } = boundsOf(prefix, prefix.length === group.length);
      const rows = this.prepared(view, sql).all(this.tableOf(view), planGroup(view, group), from, to);
      // The casts: the columns that the statement names, as the projector wrote them.
      return (rows as { readonly vals: string; readonly n: number }[]).map(({ vals, n }) => ({
        values: JSON.parse(vals) as Scalar[],
        count: n,
      }));
    });
  }

  override checkpoint(view: View): Promise<Position> {
    return promised(() => BigInt(this.activeOf(view).position));
  }

  override async waitUntil(position: Position, timeoutMs: number): Promise<boolean> {
    const signal = AbortSignal.timeout(timeoutMs);
    for (;;) {
      const seen = this.watch.look();
      if (this.hasPassed(position)) return true;
      if (signal.aborted) return false;
      await this.watch.next(seen, signal);
    }
  }

  override async *changes(signal: AbortSignal): AsyncGenerator<void> {
    for (let seen = this.watch.look(); ;) {
      await this.watch.next(seen, signal);
      if (signal.aborted || !this.database.open) return;
      seen = this.watch.look();
      yield;
    }
  }

  override close(): Promise<void> {
    return promised(() => {
      this.watch.stop();
      this.database.close();
    });
  }

  /** False also where nothing is shown yet. */
  private hasPassed(position: Position): boolean {
    // The cast: the column that the statement names.
    const positions = this.behind.all() as string[];
    return positions.length > 0 && positions.every((reached) => BigInt(reached) >= position);
  }

  private activeOf(view: View): { readonly version: number; readonly position: string } {
    // The cast: the columns that the statement names.
    const active = this.active.get(view.projection) as { version: number; position: string } | undefined;
    if (!active) throw new ViewUnavailable(view.name);
    return active;
  }

  private tableOf(view: View): string {
    return tableName(view.name, this.activeOf(view).version);
  }

  private rowOf<R extends Row>(view: View<R>, table: string, key: string): R | undefined {
    const doc = this.prepared(view, `SELECT doc FROM "${table}" WHERE key = ?`).pluck().get(key);
    // The cast: a row of the view, as the projector wrote it.
    return typeof doc === 'string' ? (JSON.parse(doc) as R) : undefined;
  }

  private counted(view: View, { sql, values }: Query): number {
    return Number(
      this.prepared(view, sql)
        .pluck()
        .get(...values),
    );
  }

  /** What cannot be prepared asks for an index that the active version, an older one, does not have. */
  private prepared(view: View, sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    try {
      const statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
      return statement;
    } catch (error) {
      throw new ViewUnavailable(view.name, { cause: error });
    }
  }
}
