import type { NumberEvent } from '#events/contracts/index';
import { followingFrom, type Cause } from '#events/deciding/cause';
import { toNewEvents } from '#events/deciding/new-events';
import type { EventStore } from '#events/store/event-store';

const NOON = '2026-11-23T11:00:00.000Z';

/** A log of declared deaths, one event each: `dead(store, 'n1', 'n2')`. */
export async function dead(store: EventStore, ...numberIds: readonly string[]): Promise<void> {
  for (const numberId of numberIds) {
    const by = { actor: 'test', actorRole: 'service', occurredAt: NOON };
    const cause: Cause = { commandId: numberId, correlationId: numberId, causationId: numberId, ...by };
    const event: NumberEvent = {
      type: 'NumberDeclaredDead',
      data: { cardId: 'card', declaredBy: 'ann', declaredAt: NOON },
    };
    const streamId = `number-${numberId}`;
    const before = await store.readStream(streamId);
    const step = followingFrom(cause, String(before.length));
    await store.append(streamId, toNewEvents([event], step), before.at(-1)?.revision ?? 'no-stream');
  }
}
