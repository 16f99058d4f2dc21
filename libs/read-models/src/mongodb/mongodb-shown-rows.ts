import { randomUUID } from 'node:crypto';
import type { Position } from '#events/store/recorded-event';
import { LeaseKeeper } from '../runner/lease-keeper.js';
import type { RunnerLog } from '../runner/runner-log.js';
import type { Projection } from '../store/define-projection.js';
import { LeaseLost, ViewUnavailable } from '../store/read-store.errors.js';
import type { Row } from '../store/row.js';
import { ShownRows } from '../store/shown-rows.js';
import type { View } from '../store/view.js';
import { ControlDocument } from './control-document.js';
import { versionIn, type ControlledVersion } from './control.js';
import { MongodbDatabase, type MongodbOptions } from './mongodb-database.js';
import { MongodbProjectionStore } from './mongodb-projection-store.js';
import { positionOf } from './stored-at.js';
import type { RowDoc } from './stored-doc.js';

/** How long projectors wait where it is killed. */
const LEASE_MS = 10_000;
const SILENT: RunnerLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A standalone server has no snapshots: while the rows are held still the lease is ours, and projectors wait. */
export class MongodbShownRows extends ShownRows {
  private readonly database: MongodbDatabase;
  private readonly control: ControlDocument;
  private readonly store: MongodbProjectionStore;
  private readonly holder = `verify-${randomUUID()}`;
  private readonly closing = new AbortController();
  private holding: Promise<void> | undefined;
  private isLost = false;

  constructor(url: string, options: MongodbOptions = {}) {
    super();
    this.database = new MongodbDatabase(url, options);
    this.control = new ControlDocument(this.database, options.nowMs ?? Date.now);
    this.store = new MongodbProjectionStore(url, options);
  }

  override async checkpoint(projection: Projection): Promise<Position> {
    return positionOf((await this.versionOf(projection)).position);
  }

  /** Taken from a projector that runs; it goes on when this is closed. */
  override async holdStill(): Promise<void> {
    await this.store.takeOver(this.holder, LEASE_MS);
    const keeper = new LeaseKeeper(this.store, SILENT, { holder: this.holder, ttlMs: LEASE_MS });
    this.holding = keeper.hold(this.closing.signal, (_, signal) => this.held(signal));
  }

  /** @throws LeaseLost where somebody has taken the lease from us: the rows may have moved */
  override async *rows(projection: Projection, view: View): AsyncGenerator<Row> {
    const { collections } = await this.versionOf(projection);
    const docs = this.database
      .collection<RowDoc>(collections[view.name] ?? view.name)
      .find({}, { projection: { row: 1 } });
    for await (const { row } of docs) if (row) yield row;
    if (this.isLost) throw new LeaseLost(0);
  }

  override async close(): Promise<void> {
    this.closing.abort();
    await this.holding;
    await Promise.all([this.store.close(), this.database.close()]);
  }

  private held(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        this.isLost = !this.closing.signal.aborted;
        resolve();
      });
    });
  }

  private async versionOf(projection: Projection): Promise<ControlledVersion> {
    const control = await this.database.ask(() => this.control.read());
    const version = control && versionIn(control, projection);
    if (version?.state !== 'active') throw new ViewUnavailable(projection.name);
    return version;
  }
}
