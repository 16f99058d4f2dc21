import { writeFile } from 'node:fs/promises';
import { Imports } from '../../imports/run/imports.js';
import { KeptFiles } from '../../imports/run/kept-files.js';
import type { Actor, DemoEngine } from './demo-engine.js';

export interface Wanted {
  readonly csv: string;
  readonly campaignId: string;
  readonly roundId: string;
}

/** As an upload is imported: through the folder of files that a restart would finish. */
export async function importCsv(engine: DemoEngine, lead: Actor, { csv, ...into }: Wanted): Promise<void> {
  const path = await engine.get(KeptFiles).incoming();
  await writeFile(path, csv);
  const { done } = await engine.get(Imports).start({ path, ...into, cause: engine.causeOf(lead) });
  await done;
}
