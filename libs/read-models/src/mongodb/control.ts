import type { Position } from '#events/store/recorded-event';
import type { Projection } from '../store/define-projection.js';
import type { VersionState } from '../store/projection-store.js';
import { ViewUnavailable } from '../store/read-store.errors.js';
import type { View } from '../store/view.js';
import type { Keyed } from './mongodb-database.js';
import { positionOf } from './stored-at.js';

/** One version of a projection. */
export interface ControlledVersion {
  /** Never used again, also where the version is begun anew or the server has lost that it was begun. */
  readonly id: string;
  readonly state: VersionState;
  /** The checkpoint, as a text that sorts. */
  readonly position: string;
  /** The collection of each view. */
  readonly collections: Readonly<Record<string, string>>;
  /** What the ids of its counters begin with; absent until they have been counted. */
  readonly counters?: string;
}

export interface ControlledProjection {
  /** The version that readers see. */
  readonly active?: string;
  readonly versions: Readonly<Record<string, ControlledVersion>>;
}

/** A version that readers see no more; those who were reading it may end. */
export interface SetAside {
  readonly version: ControlledVersion;
  readonly sinceMs: number;
}

/** Where a commit stands in the journal. */
export interface JournalledCommit {
  readonly batch: string;
  readonly parts: number;
}

/** A commit that has been decided on and is perhaps not wholly written yet. */
export interface PendingCommit extends JournalledCommit {
  /** The checkpoints that it leads to, by path in this document. */
  readonly to: readonly CheckpointAt[];
}

export interface CheckpointAt {
  readonly projection: string;
  readonly version: string;
  readonly position: string;
}

/** All that must change as one: who may write, what is being written, how far it has come, what readers see. */
export interface Control extends Keyed {
  readonly holder: string;
  readonly epoch: number;
  readonly untilMs: number;
  /** Grows with everything that a reader might wait for. */
  readonly revision: number;
  /** Names the latest change; absent before the first. */
  readonly change?: string;
  /** Commits so far, the pending one included. */
  readonly commits: number;
  readonly pending: PendingCommit | null;
  /** The commit that was ended last: it stays in the journal until the next is decided on, for the server may lose that it was ended. */
  readonly ended?: JournalledCommit;
  /** What is to be dropped, later; absent before there was any. */
  readonly aside?: readonly SetAside[];
  readonly projections: Readonly<Record<string, ControlledProjection>>;
}

export const CONTROL_ID = 'projections';

export const versionIn = (control: Control, { name, version }: Projection): ControlledVersion | undefined =>
  control.projections[name]?.versions[String(version)];

/** Path of a field of a version in the document. */
export const versionPath = (projection: string, version: string | number, field: keyof ControlledVersion): string =>
  `projections.${projection}.versions.${version}.${field}`;

/** Absent before the first is shown. */
export function activeOf(control: Control | undefined, { projection }: View): ControlledVersion | undefined {
  const controlled = control?.projections[projection];
  return controlled?.versions[controlled.active ?? ''];
}

/** @throws ViewUnavailable */
export function activeIn(control: Control | undefined, view: View): ControlledVersion {
  const active = activeOf(control, view);
  if (!active) throw new ViewUnavailable(view.name);
  return active;
}

/** Checkpoints of all that readers see. */
export const activePositions = (control: Control | undefined): readonly Position[] =>
  Object.values(control?.projections ?? {}).flatMap(({ active, versions }) => {
    const shown = versions[active ?? ''];
    return shown ? [positionOf(shown.position)] : [];
  });
