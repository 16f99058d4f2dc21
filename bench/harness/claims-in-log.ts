import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { logFileIn } from '../seed/seed-log.js';

const PAGE = 10_000;

/** How many cards were claimed, and how many of them more than once: told by the log, whatever was answered. */
export async function claimsInLog(folder: string): Promise<{ readonly cards: number; readonly twice: number }> {
  const log = new SqliteEventStore({ file: logFileIn(folder), readOnly: true });
  const claims = new Map<string, number>();
  let beyond = 0n;
  for (;;) {
    const events = await log.readAll({ beyond, limit: PAGE });
    const last = events.at(-1);
    if (!last) break;
    beyond = last.position;
    for (const { type, streamId } of events) {
      if (type === 'CardClaimed') claims.set(streamId, (claims.get(streamId) ?? 0) + 1);
    }
  }
  await log.close();
  return {
    cards: claims.size,
    twice: claims
      .values()
      .filter((count) => count > 1)
      .toArray().length,
  };
}
