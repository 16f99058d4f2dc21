import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import type { ReactorProgress } from '#processes/progress/reactor-progress';
import { SqliteReactorProgress } from '#processes/sqlite/sqlite-reactor-progress';
import { reactorsFileOf } from '#stores/data-files';
import { logFileIn } from './seed-log.js';

/** Those that share one subscription, which follows imports. */
const REACTORS = ['blocks', 'rests', 'aftermath', 'ceased-companies', 'orders', 'cases'];

/** As if they had looked at the seed already, which holds nothing for them to do: what is measured is not done beside that. */
export async function reactedUpTo(progress: ReactorProgress, position: bigint): Promise<void> {
  await progress.save(new Map(REACTORS.map((name) => [name, position])));
  await progress.close();
}

export async function reactedToFolder(folder: string): Promise<void> {
  const log = new SqliteEventStore({ file: logFileIn(folder), readOnly: true });
  const head = await log.head();
  await log.close();
  await reactedUpTo(new SqliteReactorProgress(reactorsFileOf({ dataDir: folder })), head);
}
