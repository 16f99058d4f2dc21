import type { RowCounts } from '#domain/import-run/import-run';
import { importRunDecider } from '#domain/import-run/import-run.decider';
import { ImportUnknown } from '#domain/import-run/import-run.errors';
import { foldOf } from '#domain/shared/decider';
import type { ImportEvent, ImportStarted, Instant } from '#events/contracts/index';
import { importStream } from '#events/contracts/stream-names';
import type { EventStore, ReadStreamOptions } from '#events/store/event-store';
import type { Position, Recorded } from '#events/store/recorded-event';

export interface ImportState {
  readonly started: ImportStarted['data'];
  readonly counts: RowCounts;
  readonly completedAt?: Instant;
  /** When the newest event became true, and where it stands. */
  readonly movedAt: Instant;
  readonly position: Position;
}

/**
 * How far an import has come. A complete one says so in its last event and one that runs here is `held`, so that a
 * report of a million rows is read only where neither is true.
 */
export async function readImportState(store: EventStore, importId: string, held?: RowCounts): Promise<ImportState> {
  const stream = importStream(importId);
  // The cast: an import's stream holds its own union only.
  const read = async (options: ReadStreamOptions) =>
    (await store.readStream(stream, options)) as readonly Recorded<ImportEvent>[];
  const [first] = await read({ limit: 1 });
  const [last] = await read({ direction: 'backwards', limit: 1 });
  if (first?.type !== 'ImportStarted' || !last) throw new ImportUnknown();
  const { data: started } = first;
  const newest = { movedAt: last.metadata.occurredAt, position: last.position };
  if (last.type === 'ImportCompleted') return { started, ...newest, ...last.data };
  return { started, ...newest, counts: held ?? countsOf(await read({})) };
}

function countsOf(events: readonly ImportEvent[]): RowCounts {
  const run = foldOf(importRunDecider, events);
  if (run.status === 'unstarted') throw new ImportUnknown();
  return run.counts;
}
