import { ImportUnknown } from '#domain/import-run/import-run.errors';
import { importStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import type { EventStore } from '#events/store/event-store';
import { withoutAbsent } from '../rows/without-absent.js';

/** R20: every event of an import says who asked for it, also when another process finishes it. */
export async function startedCause(store: EventStore, importId: string): Promise<Cause> {
  const [started] = await store.readStream(importStream(importId), { limit: 1 });
  if (!started) throw new ImportUnknown();
  const { $correlationId, $causationId, commandId, actor, actorRole, occurredAt, traceparent, client } =
    started.metadata;
  const ids = { commandId, correlationId: $correlationId, causationId: $causationId };
  return withoutAbsent({ ...ids, actor, actorRole, occurredAt, traceparent, client });
}
