import { randomUUID } from 'node:crypto';
import { viewsOf, type Projection } from '../store/define-projection.js';
import type { View } from '../store/view.js';
import type { ControlDocument } from './control-document.js';
import { RebuildBehind, ViewUnavailable } from '../store/read-store.errors.js';
import {
  versionIn,
  versionPath,
  type Control,
  type ControlledProjection,
  type ControlledVersion,
  type SetAside,
} from './control.js';
import { Counters } from './counters.js';
import type { MongodbDatabase } from './mongodb-database.js';
import { ParkedDocs } from './parked-docs.js';
import { indexSpec } from './row-writes.js';
import { positionText } from './stored-at.js';
import { TOMBSTONE_INDEX, type StoredDoc } from './stored-doc.js';

const ROWS = 'rows_';
/** Longer than any question is under way that has seen the version. */
const ASIDE_MS = 3_600_000;

/** Versions of projections beside each other: which there are, which one readers see. */
export class Versions {
  private readonly counters: Counters;
  private readonly parked: ParkedDocs;

  constructor(
    private readonly database: MongodbDatabase,
    private readonly control: ControlDocument,
    private readonly nowMs: () => number,
  ) {
    this.counters = new Counters(database);
    this.parked = new ParkedDocs(database);
  }

  async begin(control: Control, projection: Projection): Promise<ControlledVersion> {
    const id = `v${projection.version}_${randomUUID()}`;
    const collections = viewsOf(projection).map(({ name }) => [name, `${ROWS}${name}_${id}`] as const);
    const version: ControlledVersion = {
      id: `${projection.name}_${id}`,
      state: 'building',
      position: positionText(0n),
      collections: Object.fromEntries(collections),
    };
    await this.control.change(control, { [pathOf(projection)]: version });
    return version;
  }

  /** The indexes, and counters under ids of this attempt: another attempt that was given up may still write. */
  async complete({ collections }: ControlledVersion, views: readonly View[]): Promise<string> {
    const counters = randomUUID();
    await this.parked.createIndexes();
    await this.database.collection<StoredDoc>('counters').createIndexes([TOMBSTONE_INDEX]);
    for (const view of views) {
      const name = collections[view.name] ?? view.name;
      const specs = [...view.indexes.map(indexSpec), TOMBSTONE_INDEX];
      await this.database.collection(name).createIndexes(specs);
      await this.counters.countAll(counters, view, name);
    }
    return counters;
  }

  async becomeReady(control: Control, { name, version }: Projection, counters: string): Promise<void> {
    const state = versionPath(name, version, 'state');
    await this.control.change(control, { [state]: 'ready', [versionPath(name, version, 'counters')]: counters });
  }

  /** One compare-and-set. Retired versions, and builds given up, are set aside. */
  async activate(control: Control, projection: Projection): Promise<void> {
    const chosen = versionIn(control, projection);
    const present = control.projections[projection.name];
    if (!chosen || !present) return;
    const { shown, unneeded } = swapped(present, String(projection.version), chosen);
    const aside = this.withAside(control, unneeded);
    await this.control.change(control, { [`projections.${projection.name}`]: shown, aside });
  }

  /** One compare-and-set, too; what was shown before is set aside. @throws ViewUnavailable, RebuildBehind */
  async replace(control: Control, beside: Control, projections: readonly Projection[]): Promise<void> {
    const replaced = projections.map((projection) => shownIn(control, projection));
    const shown = projections.map((projection, at) => {
      const built = versionIn(beside, projection);
      if (!built || built.position < (replaced[at]?.position ?? '')) throw new RebuildBehind(projection.name);
      return [pathOf(projection), { ...built, state: 'active' }] as const;
    });
    const commits = Math.max(control.commits, beside.commits);
    const aside = this.withAside(control, replaced);
    await this.control.change(control, { commits, aside, ...Object.fromEntries(shown) });
  }

  /** All are set aside, and begun anew when they are opened; so does a commit that has been decided on go. One compare-and-set. */
  async giveUpAll(control: Control): Promise<void> {
    const all = Object.values(control.projections).flatMap(({ versions }) => Object.values(versions));
    await this.control.change(control, { pending: null, projections: {}, aside: this.withAside(control, all) });
  }

  /** What was set aside long ago. */
  async dropAside(control: Control): Promise<void> {
    const { aside = [] } = control;
    const isOld = ({ sinceMs }: SetAside): boolean => sinceMs < this.nowMs() - ASIDE_MS;
    const old = aside.filter(isOld);
    if (old.length === 0) return;
    await this.dropAll(old.map(({ version }) => version));
    await this.control.change(control, { aside: aside.filter((one) => !isOld(one)) });
  }

  async dropAll(versions: readonly ControlledVersion[]): Promise<void> {
    for (const { id, collections, counters } of versions) {
      for (const name of Object.values(collections)) await this.database.collection(name).drop();
      if (counters) await this.counters.forget(counters);
      await this.parked.forget(id);
    }
  }

  private withAside({ aside = [] }: Control, versions: readonly ControlledVersion[]): readonly SetAside[] {
    return [...aside, ...versions.map((version) => ({ version, sinceMs: this.nowMs() }))];
  }
}

const pathOf = ({ name, version }: Projection): string => `projections.${name}.versions.${version}`;

/** @throws ViewUnavailable where the declared version is not the one that is shown */
function shownIn(control: Control, projection: Projection): ControlledVersion {
  const version = versionIn(control, projection);
  if (version?.state !== 'active') throw new ViewUnavailable(projection.name);
  return version;
}

interface Swapped {
  readonly shown: ControlledProjection;
  readonly unneeded: readonly ControlledVersion[];
}

/** The version that is replaced is kept, older ones go. */
function swapped({ active, versions }: ControlledProjection, number: string, chosen: ControlledVersion): Swapped {
  const before = active === number ? undefined : versions[active ?? ''];
  const kept = {
    ...(active !== undefined && before && { [active]: { ...before, state: 'retired' as const } }),
    [number]: { ...chosen, state: 'active' as const },
  };
  const unneeded = Object.entries(versions).flatMap(([other, version]) => (other in kept ? [] : version));
  return { shown: { active: number, versions: kept }, unneeded };
}
