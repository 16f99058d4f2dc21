import { viewsOf, type Projection } from '../store/define-projection.js';
import {
  ProjectionStore,
  type Lease,
  type ParkedEvent,
  type ProjectionCommit,
  type StoredVersion,
} from '../store/projection-store.js';
import { CheckpointMoved, WritesLost } from '../store/read-store.errors.js';
import type { StoredRow } from '../store/row.js';
import type { View } from '../store/view.js';
import { CommitWriter } from './commit-writer.js';
import { ControlDocument } from './control-document.js';
import { versionIn, type Control, type ControlledVersion } from './control.js';
import { MongodbDatabase, type MongodbOptions } from './mongodb-database.js';
import { withoutLostCursor } from './mongodb-errors.js';
import { OneAtATime } from './one-at-a-time.js';
import { ParkedDocs } from './parked-docs.js';
import { positionOf } from './stored-at.js';
import { storedRowOf, type RowDoc } from './stored-doc.js';
import { Tombstones } from './tombstones.js';
import { Versions } from './versions.js';

const LOADED_AT_ONCE = 1000;
const BUILDING_MS = 3_600_000;

export interface MongodbStoreOptions extends MongodbOptions {
  /** Names the place where versions are built beside those that are shown. */
  readonly place?: string;
}

/** Rows, counters, parked keys and checkpoints in one database, the same with and without a replica set: no transactions. */
export class MongodbProjectionStore extends ProjectionStore {
  private readonly database: MongodbDatabase;
  /** For indexes over millions of rows. */
  private readonly patient: MongodbDatabase;
  private readonly control: ControlDocument;
  private readonly writer: CommitWriter;
  private readonly versions: Versions;
  private readonly parkedDocs: ParkedDocs;
  private readonly tombstones: Tombstones;
  private readonly turns = new OneAtATime();
  private readonly known = new Map<string, ControlledVersion>();

  constructor(url: string, { nowMs = Date.now, place, ...options }: MongodbStoreOptions = {}) {
    super();
    this.database = new MongodbDatabase(url, options);
    this.control = new ControlDocument(this.database, nowMs, place);
    this.writer = new CommitWriter(this.database, this.control, nowMs);
    this.patient = new MongodbDatabase(url, { ...options, timeoutMs: BUILDING_MS });
    this.versions = new Versions(this.patient, this.control, nowMs);
    this.parkedDocs = new ParkedDocs(this.database);
    this.tombstones = new Tombstones(this.database, nowMs);
  }

  override acquireLease(holder: string, ttlMs: number): Promise<Lease | undefined> {
    return this.database.ask(() => this.control.acquire(holder, ttlMs));
  }

  /** Whoever writes now loses the lease; what they had decided on is ended first. */
  async takeOver(holder: string, ttlMs: number): Promise<Lease> {
    const lease = await this.database.ask(() => this.control.takeOver(holder, ttlMs));
    await this.write(lease, () => Promise.resolve());
    return lease;
  }

  /** What was built in another place is shown from now on. @throws LeaseLost, ViewUnavailable, RebuildBehind */
  async swapIn(lease: Lease, place: string, projections: readonly Projection[]): Promise<void> {
    const beside = new ControlDocument(this.database, Date.now, place);
    await this.write(lease, async (control) => {
      const built = await beside.read();
      if (built) await this.versions.replace(control, built, projections);
    });
  }

  /** Places that nobody builds in any more, and what of them is not shown. */
  async discardPlaces(isDone: (place: Control) => boolean): Promise<void> {
    const places = (await this.database.ask(() => this.control.others())).filter(isDone);
    for (const { _id, projections } of places) {
      const built = Object.values(projections).flatMap(({ versions }) => Object.values(versions));
      const shown = idsIn(await this.database.ask(() => this.control.read()));
      await this.patient.ask(() => this.versions.dropAll(built.filter(({ id }) => !shown.has(id))));
      await this.database.ask(() => this.control.remove(_id));
    }
  }

  override renewLease(lease: Lease, ttlMs: number): Promise<boolean> {
    return this.database.ask(() => this.control.renew(lease, ttlMs));
  }

  override async releaseLease(lease: Lease): Promise<void> {
    await this.renewLease(lease, 0);
  }

  override open(lease: Lease, projection: Projection): Promise<StoredVersion> {
    return this.write(lease, async (control) => {
      const version = versionIn(control, projection) ?? (await this.versions.begin(control, projection));
      this.known.set(nameOf(projection), version);
      return { state: version.state, position: positionOf(version.position) };
    });
  }

  override load(projection: Projection, view: View, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRow>> {
    return this.database.ask(async () => {
      const rows = this.database.collection<RowDoc>(
        (await this.versionOf(projection)).collections[view.name] ?? view.name,
      );
      const loaded = new Map<string, StoredRow>();
      for (let at = 0; at < keys.length; at += LOADED_AT_ONCE) {
        const find = { _id: { $in: keys.slice(at, at + LOADED_AT_ONCE) } };
        const options = { projection: { in: 0 }, batchSize: LOADED_AT_ONCE + 1 };
        const found = await withoutLostCursor(() => rows.find(find, options).toArray());
        for (const doc of found) loaded.set(doc._id, storedRowOf(doc));
      }
      return loaded;
    });
  }

  override commit(lease: Lease, commits: readonly ProjectionCommit[]): Promise<void> {
    return this.write(lease, async (control) => {
      const committed = await this.writer.commit(control, commits);
      await this.tombstones.sweep(committed);
      if (committed.aside?.length) await this.patient.ask(() => this.versions.dropAside(committed));
    });
  }

  override parked(projection: Projection): Promise<readonly ParkedEvent[]> {
    return this.database.ask(async () => this.parkedDocs.of((await this.versionOf(projection)).id));
  }

  /** Indexes take their time; others go on meanwhile, for nobody writes to a version that is being completed. */
  override async completeBuild(lease: Lease, projection: Projection): Promise<void> {
    const version = await this.write(lease, (control) => Promise.resolve(versionIn(control, projection)));
    if (version?.state !== 'building') return;
    const counters = await this.patient.ask(() => this.versions.complete(version, viewsOf(projection)));
    await this.write(lease, (control) => this.versions.becomeReady(control, projection, counters));
  }

  override activate(lease: Lease, projection: Projection): Promise<void> {
    return this.write(lease, (control) => this.versions.activate(control, projection));
  }

  override async close(): Promise<void> {
    await Promise.all([this.database.close(), this.patient.close()]);
  }

  /** Fenced, and after what another projector left half done. */
  private write<T>(lease: Lease, work: (control: Control) => Promise<T>): Promise<T> {
    return this.turns.run(() =>
      this.database.ask(async () => {
        try {
          return await work(await this.writer.finishPending(await this.control.held(lease)));
        } catch (error) {
          throw error instanceof WritesLost ? await this.afterLoss(lease, error) : error;
        }
      }),
    );
  }

  /** Rows of a commit of which the server knows nothing else could not be told from others: all are built anew. */
  private async afterLoss(lease: Lease, error: WritesLost): Promise<WritesLost> {
    if (!this.writer.hasLeftAnyHalfWritten) return error;
    await this.versions.giveUpAll(await this.control.held(lease));
    return new WritesLost('commit');
  }

  private async versionOf(projection: Projection): Promise<ControlledVersion> {
    const known = this.known.get(nameOf(projection));
    if (known) return known;
    const control = await this.control.read();
    const version = control && versionIn(control, projection);
    if (!version) throw new CheckpointMoved(projection.name, 0n);
    return version;
  }
}

const idsIn = (control: Control | undefined): ReadonlySet<string> =>
  new Set(
    Object.values(control?.projections ?? {}).flatMap(({ versions }) => Object.values(versions).map(({ id }) => id)),
  );

const nameOf = ({ name, version }: Projection): string => `${name} ${version}`;
