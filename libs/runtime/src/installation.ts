import { v7 as uuidv7 } from 'uuid';
import { installationDecider } from '#domain/installation/installation.decider';
import type { Instant } from '#events/contracts/index';
import { installationStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import type { EventStore } from '#events/store/event-store';

/** What the store was made with. */
export class Installation {
  /** Names this log in freshness tokens: a token of another log means nothing here. */
  constructor(readonly storeId: string) {}
}

/**
 * Makes the installation at the first start and finds it at every later one, whichever process comes first.
 * @throws PepperDiffers
 */
export async function openInstallation(
  store: EventStore,
  pepperFingerprint: string,
  now: Instant,
): Promise<Installation> {
  const commandId = uuidv7();
  const by = { actor: 'service:start', actorRole: 'service' };
  const cause = { commandId, correlationId: commandId, causationId: commandId, occurredAt: now, ...by };
  const command = { type: 'CreateInstallation', data: { storeId: uuidv7(), pepperFingerprint, now } } as const;
  const { state } = await new DecisionRunner(store).run(installationDecider, installationStream(), command, cause);
  if (!state) throw new Error('the installation was decided and not folded');
  return new Installation(state.storeId);
}
