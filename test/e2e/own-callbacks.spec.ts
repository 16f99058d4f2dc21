import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '#domain/card/testing/card-story';
import { projections } from '#read-models/projections';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';
import { TestRound } from '../support/test-round.js';

describe("one's own callbacks", () => {
  let api: TestApp;
  let round: TestRound;
  let ann: SignedInClient;

  beforeEach(async () => {
    api = await startTestApp({ projections, environment: { SESSION_HOURS: '8784' } });
    round = await TestRound.open(api);
    ann = await api.as('caller', 'ann');
  });

  afterEach(() => api.close());

  const promise = async (name: string, wall: string): Promise<void> => {
    const cardId = await round.card({ name });
    const { roundId } = round;
    await ann.post(`/cards/${cardId}/claim`, { roundId });
    const { callId } = (await ann.post(`/cards/${cardId}/calls`, { roundId })).json<{ callId: string }>();
    const outcome = { code: 'priority-callback', dueAt: at(wall), personName: 'Eva Ek' };
    const report = { roundId, callId, ending: 'answered', spokeWith: 'decision-maker', outcome };
    expect((await ann.post(`/cards/${cardId}/outcomes`, report)).statusCode).toBe(201);
    await api.caughtUp();
  };

  interface Listed {
    readonly due: number;
    readonly callbacks: readonly { readonly workplaceName: string; readonly rung: string }[];
  }
  const rungs = async (client = ann) => {
    const { due, callbacks } = (await client.get('/me/callbacks')).json<Listed>();
    return [due, ...callbacks.map(({ workplaceName, rung }) => `${workplaceName}: ${rung}`)];
  };

  test('R24: climb from due over overdue to what the lead sees, the earliest first', async () => {
    await promise('Sen', '2026-11-25T10:00');
    await promise('Tidig', '2026-11-24T10:00');
    expect(await rungs()).toEqual([0, 'Tidig: later', 'Sen: later']);
    api.clock.moveTo(at('2026-11-24T10:00'));
    expect(await rungs()).toEqual([1, 'Tidig: due', 'Sen: later']);
    api.clock.moveTo(at('2026-11-24T11:00'));
    expect(await rungs()).toEqual([1, 'Tidig: overdue', 'Sen: later']);
    api.clock.moveTo(at('2026-11-25T10:00'));
    expect(await rungs()).toEqual([2, 'Tidig: overdue-seen-by-lead', 'Sen: due']);
  });

  test('R3: are those of their owner, with the person whom it was promised to', async () => {
    await promise('Skolan', '2026-11-24T10:00');
    expect((await ann.get('/me/callbacks')).json()).toMatchObject({
      callbacks: [{ personName: 'Eva Ek', ownerId: ann.accountId, dueAt: at('2026-11-24T10:00') }],
    });
    expect(await rungs(await api.as('caller', 'bo'))).toEqual([0]);
  });
});
