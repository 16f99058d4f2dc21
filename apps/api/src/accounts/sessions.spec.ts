import { beforeEach, describe, expect, test } from '@jest/globals';
import { accountDecider } from '#domain/account/account.decider';
import { sessionDecider } from '#domain/session/session.decider';
import { accountStream, sessionStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { ControlledClock } from '#runtime/clock';
import { SessionHasEnded } from './access.errors.js';
import { hashOfSecret, newSecret } from './session-token.js';
import { Sessions } from './sessions.js';

const NOW = '2026-11-23T08:00:00.000Z';
const ANN = '01890000-0000-7000-8000-00000000000a';
const SESSION = '01890000-0000-7000-8000-00000000000b';

/** Counts the reads, and lets one of them wait. */
class WatchedStore extends InMemoryEventStore {
  reads = 0;
  beforeRead: () => Promise<unknown> = () => Promise.resolve();

  override async readStream(...args: Parameters<InMemoryEventStore['readStream']>) {
    this.reads += 1;
    const events = await super.readStream(...args);
    await this.beforeRead();
    return events;
  }
}

const causeOf = (commandId: string): Cause => ({
  commandId,
  correlationId: commandId,
  causationId: commandId,
  actor: ANN,
  actorRole: 'caller',
  occurredAt: NOW,
});

describe('the memory of sessions', () => {
  const secret = newSecret();
  const authorization = `Bearer ${SESSION}.${secret}`;
  let store: WatchedStore;
  let decisions: DecisionRunner;
  let sessions: Sessions;

  const deactivate = () =>
    decisions.run(
      accountDecider,
      accountStream(ANN),
      { type: 'Deactivate', data: { accountId: ANN, deactivatedBy: 'adam', reason: 'has left', now: NOW } },
      causeOf('leaving'),
    );

  beforeEach(async () => {
    store = new WatchedStore();
    decisions = new DecisionRunner(store);
    sessions = new Sessions(decisions, new ControlledClock(NOW));
    const account = { username: 'ann', displayName: 'Ann', role: 'auditor', openedBy: 'adam', now: NOW } as const;
    await decisions.run(accountDecider, accountStream(ANN), { type: 'OpenAccount', data: account }, causeOf('open'));
    const session = {
      accountId: ANN,
      secretHash: hashOfSecret(secret),
      expiresAt: '2026-11-23T20:00:00.000Z',
      now: NOW,
    };
    await decisions.run(sessionDecider, sessionStream(SESSION), { type: 'StartSession', data: session }, causeOf('in'));
    store.reads = 0;
  });

  test('spares the second request the reading of two streams', async () => {
    await sessions.verify(authorization);
    const readOnce = store.reads;
    expect(await sessions.verify(authorization)).toMatchObject({ accountId: ANN, role: 'auditor' });
    expect([readOnce, store.reads]).toEqual([2, 2]);
  });

  test('holds nothing of an account that was changed', async () => {
    await sessions.verify(authorization);
    await deactivate();
    sessions.forgetAccount(ANN);
    await expect(async () => sessions.verify(authorization)).rejects.toThrow(SessionHasEnded);
  });

  test('does not keep what was read before a change and came after it', async () => {
    const isRead = Promise.withResolvers<undefined>();
    const mayGoOn = Promise.withResolvers<undefined>();
    store.beforeRead = () => {
      if (store.reads === 2) isRead.resolve(undefined);
      return store.reads === 2 ? mayGoOn.promise : Promise.resolve();
    };
    const verified = sessions.verify(authorization);
    await isRead.promise;
    store.beforeRead = () => Promise.resolve();
    await deactivate();
    sessions.forgetAccount(ANN);
    mayGoOn.resolve(undefined);
    expect(await verified).toMatchObject({ accountId: ANN });
    await expect(async () => sessions.verify(authorization)).rejects.toThrow(SessionHasEnded);
  });
});
