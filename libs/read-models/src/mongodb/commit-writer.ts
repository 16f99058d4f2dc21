import { randomUUID } from 'node:crypto';
import type { ProjectionCommit } from '../store/projection-store.js';
import { CheckpointMoved } from '../store/read-store.errors.js';
import type { ControlDocument } from './control-document.js';
import {
  versionIn,
  versionPath,
  type CheckpointAt,
  type Control,
  type ControlledVersion,
  type JournalledCommit,
  type PendingCommit,
} from './control.js';
import { Counters } from './counters.js';
import { writeGuarded } from './guarded-writes.js';
import { Journal } from './journal.js';
import type { MongodbDatabase } from './mongodb-database.js';
import { ParkedDocs } from './parked-docs.js';
import { rowWrites } from './row-writes.js';
import { positionText, storedAt } from './stored-at.js';
import type { DocWrite } from './stored-doc.js';

/**
 * A commit in four steps, none of which harms when it is done twice: journal it whole; decide on it, by one compare-and-set that
 * checks lease and checkpoints; write its documents; move the checkpoints, by another. Whoever has lost the lease decides on nothing,
 * and what was decided on is finished by the next owner before anything else.
 */
export class CommitWriter {
  private readonly journal: Journal;
  private readonly counters: Counters;
  private readonly parked: ParkedDocs;
  private isHalfWritten = false;

  constructor(
    private readonly database: MongodbDatabase,
    private readonly control: ControlDocument,
    private readonly nowMs: () => number,
  ) {
    this.journal = new Journal(database, nowMs);
    this.counters = new Counters(database);
    this.parked = new ParkedDocs(database);
  }

  /** A commit of ours, or one that was to be ended, may stand there in part. */
  get hasLeftAnyHalfWritten(): boolean {
    return this.isHalfWritten;
  }

  /** Ends what a projector that died had decided on. @throws LeaseLost, WritesLost */
  async finishPending(control: Control): Promise<Control> {
    const { pending } = control;
    this.isHalfWritten = pending !== null;
    if (!pending) return control;
    return this.finish(control, pending, await this.journal.read(pending));
  }

  /** @throws CheckpointMoved, LeaseLost, WritesLost; nothing is stored then */
  async commit(control: Control, commits: readonly ProjectionCommit[]): Promise<Control> {
    const number = control.commits + 1;
    const writes: DocWrite[] = [];
    for (const commit of commits) writes.push(...(await this.writesOf(control, commit, number)));
    const batch = randomUUID();
    const parts = await this.journal.write(batch, writes);
    const pending = { batch, parts, to: commits.map(checkpointOf) };
    const decided = await this.control.change(control, { commits: number, pending });
    if (control.ended) await this.journal.forget(control.ended);
    return this.finish(decided, pending, writes);
  }

  private async finish(control: Control, pending: PendingCommit, writes: readonly DocWrite[]): Promise<Control> {
    this.isHalfWritten = true;
    for (const group of grouped(writes)) await writeGuarded(this.database, group, this.nowMs());
    const checkpoints = pending.to.map(
      ({ projection, version, position }) => [versionPath(projection, version, 'position'), position] as const,
    );
    const ended: JournalledCommit = { batch: pending.batch, parts: pending.parts };
    const finished = await this.control.change(control, { pending: null, ended, ...Object.fromEntries(checkpoints) });
    this.isHalfWritten = false;
    return finished;
  }

  /** In the order of the port: rows, those that are derived first, then counters, then parked keys. */
  private async writesOf(control: Control, commit: ProjectionCommit, number: number): Promise<DocWrite[]> {
    const { to, changes } = commit;
    const version = mustBeAt(control, commit);
    const at = storedAt(to, number);
    const rows = changes.flatMap((change) => rowWrites(change, collectionOf(version, change.view.name), number));
    const counters = version.counters ? await this.counters.writesOf(version.counters, changes, at) : [];
    return [...rows, ...counters, ...(await this.parked.writesOf(version.id, commit, at))];
  }
}

/** Forward only. */
function mustBeAt(control: Control, { projection, from, to }: ProjectionCommit): ControlledVersion {
  const version = versionIn(control, projection);
  if (version?.position !== positionText(from) || to < from) throw new CheckpointMoved(projection.name, from);
  return version;
}

const checkpointOf = ({ projection, to }: ProjectionCommit): CheckpointAt => ({
  projection: projection.name,
  version: String(projection.version),
  position: positionText(to),
});

const collectionOf = ({ collections }: ControlledVersion, view: string): string => collections[view] ?? view;

/** Neighbours of one collection. */
function grouped(writes: readonly DocWrite[]): DocWrite[][] {
  const groups: DocWrite[][] = [];
  for (const write of writes) {
    const last = groups.at(-1);
    if (last?.[0]?.collection === write.collection) last.push(write);
    else groups.push([write]);
  }
  return groups;
}
