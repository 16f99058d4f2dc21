import { isDeepStrictEqual } from 'node:util';
import { viewsOf, type Projection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';
import type { ShownRows } from '../store/shown-rows.js';
import type { View } from '../store/view.js';
import type { DifferingRow, Verified } from './verify-views.js';

/** Every row of the same read models in two places, side by side; both are held still. A `missing` one is absent in the copy. */
export async function compareShown(
  projections: readonly Projection[],
  original: ShownRows,
  copy: ShownRows,
): Promise<Verified> {
  await Promise.all([original.holdStill(), copy.holdStill()]);
  const differing: DifferingRow[] = [];
  let rows = 0;
  for (const projection of projections)
    for (const view of viewsOf(projection)) {
      const expected = await rowsByKey(original, projection, view);
      rows += expected.size;
      differing.push(...differences(view, expected, await rowsByKey(copy, projection, view)));
    }
  return { rows, differing };
}

async function rowsByKey(shown: ShownRows, projection: Projection, view: View): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>();
  for await (const row of shown.rows(projection, view)) rows.set(row.key, row);
  return rows;
}

function differences({ name: view }: View, original: ReadonlyMap<string, Row>, copy: ReadonlyMap<string, Row>) {
  const keys = new Set([...original.keys(), ...copy.keys()]);
  return [...keys].flatMap((key): DifferingRow | [] => {
    const [row, same] = [original.get(key), copy.get(key)];
    if (isDeepStrictEqual(row, same)) return [];
    return { view, key, difference: !row ? 'extra' : same ? 'different' : 'missing' };
  });
}
