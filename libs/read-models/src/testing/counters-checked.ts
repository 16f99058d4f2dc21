import { viewsOf, type Projection } from '../store/define-projection.js';
import type { ReadStore } from '../store/read-store.js';
import { valuesOf } from '../store/seek-plan.js';
import type { AllRows } from './naive-fold.js';

type Counts = Readonly<Record<string, number>>;

interface BothCounts {
  readonly kept: Counts;
  readonly counted: Counts;
}

/** What the kept counters of a projection's views say, and what the rows themselves come to. */
export async function bothCounts(reader: ReadStore, projection: Projection, rows: AllRows): Promise<BothCounts> {
  const groups = viewsOf(projection).flatMap((view) => view.counts.map((fields) => ({ view, fields })));
  const all = await Promise.all(
    groups.map(async ({ view, fields }) => {
      const name = (values: readonly unknown[]): string => `${view.name} ${fields.join('+')} ${JSON.stringify(values)}`;
      // The cast: the declaration names fields of the row.
      const kept = await reader.counts(view, fields as readonly never[], []);
      const values = Object.values(rows[view.name] ?? {}).flatMap((row) => {
        const present = valuesOf(row, fields);
        return present ? [name(present)] : [];
      });
      return { kept: kept.map(({ values: of, count }) => [name(of), count] as const), values };
    }),
  );
  const counted: Record<string, number> = {};
  for (const value of all.flatMap(({ values }) => values)) counted[value] = (counted[value] ?? 0) + 1;
  return { kept: Object.fromEntries(all.flatMap(({ kept }) => kept)), counted };
}
