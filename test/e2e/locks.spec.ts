import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { callerDecider } from '#domain/caller/caller.decider';
import { defaultSettings } from '#domain/campaign/campaign-settings';
import { plus } from '#domain/shared/instant';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { projections } from '#read-models/projections';
import { noted, ofType } from '../../apps/projector/src/reactors/testing/noted.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { Answer, SignedInClient } from '../support/test-client.js';
import { startReactors } from '../support/test-reactors.js';
import { TestRound } from '../support/test-round.js';

interface Shown {
  readonly code?: string;
  readonly rounds: readonly { readonly state: { readonly status: string; readonly ownerId?: string } }[];
}

describe('a priority lock, decided about by a lead', () => {
  let api: TestApp;
  let round: TestRound;
  let lead: SignedInClient;
  let ann: SignedInClient;
  let bo: SignedInClient;

  beforeEach(async () => {
    api = await startTestApp({ projections });
    round = await TestRound.open(api, { ...defaultSettings, maxPriorityLocks: 1 });
    lead = await api.as('lead');
    ann = await api.as('caller', 'ann');
    bo = await api.as('caller', 'bo');
  });

  afterEach(() => api.close());

  /** The card is locked to the caller who promised to return. */
  const promised = async (caller: SignedInClient): Promise<string> => {
    const { roundId } = round;
    const cardId = await round.card();
    await caller.post(`/cards/${cardId}/claim`, { roundId });
    const { callId } = (await caller.post(`/cards/${cardId}/calls`, { roundId })).json<{ callId: string }>();
    const dueAt = plus(api.clock.now(), { days: 1 });
    const outcome = { code: 'priority-callback', dueAt, personName: 'Eva Ek' };
    const report = { roundId, callId, ending: 'answered', spokeWith: 'decision-maker', outcome };
    await caller.post(`/cards/${cardId}/outcomes`, report);
    return cardId;
  };
  const release = (cardId: string, reason = 'ill'): Promise<Answer> =>
    lead.post(`/cards/${cardId}/lock/release`, { reason });
  const transfer = (cardId: string, toCallerId: string): Promise<Answer> =>
    lead.post(`/cards/${cardId}/lock/transfer`, { toCallerId, reason: 'ill' });
  const stateOf = (answer: Answer) => answer.json<Shown>().rounds[0]?.state;
  const codeOf = (answer: Answer) => `${answer.statusCode} ${answer.json<{ code: string }>().code}`;
  const slotsOf = async ({ accountId }: SignedInClient): Promise<number> =>
    (await new DecisionRunner(api.store).load(callerDecider, `caller-${accountId}`)).state.cardOf.size;

  test('R3: is released with a reason; the promised time stays, for anyone', async () => {
    const cardId = await promised(ann);
    const answer = await release(cardId);
    expect([answer.statusCode, stateOf(answer)?.status]).toEqual([200, 'scheduled']);
    expect(await slotsOf(ann)).toBe(0);
    expect((await bo.post(`/cards/${cardId}/claim`, { roundId: round.roundId })).statusCode).toBe(200);
  });

  test('R3: is not released without a reason', async () => {
    const cardId = await promised(ann);
    expect(codeOf(await release(cardId, ' '))).toBe('409 reason.missing');
    expect(await slotsOf(ann)).toBe(1);
  });

  test('R24: is handed to another caller, the slot with it', async () => {
    const cardId = await promised(ann);
    const answer = await transfer(cardId, bo.accountId);
    expect(stateOf(answer)).toMatchObject({ status: 'locked', ownerId: bo.accountId });
    expect([await slotsOf(ann), await slotsOf(bo)]).toEqual([0, 1]);
  });

  test('R24: is not handed to one who has no room, or is no active caller', async () => {
    const cardId = await promised(ann);
    await promised(bo);
    expect(codeOf(await transfer(cardId, bo.accountId))).toBe('409 caller.too-many-locks');
    expect(codeOf(await transfer(cardId, lead.accountId))).toBe('409 account.receiver-cannot-receive');
    expect(codeOf(await transfer(cardId, uuidv7()))).toBe('409 account.receiver-cannot-receive');
    expect(await slotsOf(ann)).toBe(1);
  });

  test('is answered as the first time when the request is repeated', async () => {
    const cardId = await promised(ann);
    const key = { 'idempotency-key': 'transfer-1' };
    const asked = { toCallerId: bo.accountId, reason: 'ill' };
    const answers = [
      await lead.post(`/cards/${cardId}/lock/transfer`, asked, key),
      await lead.post(`/cards/${cardId}/lock/transfer`, asked, key),
    ];
    expect(answers[1]?.json()).toEqual(answers[0]?.json());
    expect([await slotsOf(ann), await slotsOf(bo)]).toEqual([0, 1]);
  });

  test('must be there', async () => {
    const free = await round.card();
    expect(codeOf(await release(free))).toBe('409 card.not-locked');
    expect(codeOf(await transfer(free, bo.accountId))).toBe('409 card.not-locked');
    expect(codeOf(await release(uuidv7()))).toBe('404 card.unknown');
    expect([await slotsOf(ann), await slotsOf(bo)]).toEqual([0, 0]);
  });

  test('R24: goes to the receiver who is named when its owner is deactivated', async () => {
    const cardId = await promised(ann);
    const stop = startReactors(api);
    const admin = await api.as('admin');
    await admin.post(`/accounts/${ann.accountId}/deactivation`, { receiverId: bo.accountId, reason: 'moved' });
    await noted(api.store, ofType('LockSlotFreed'));
    await stop();
    const shown = await lead.post(`/cards/${cardId}/notes`, { text: 'who keeps it now?' });
    expect(stateOf(shown)).toMatchObject({ status: 'locked', ownerId: bo.accountId });
    expect([await slotsOf(ann), await slotsOf(bo)]).toEqual([0, 1]);
  });
});
