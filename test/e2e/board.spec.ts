import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { at } from '#domain/card/testing/card-story';
import { projections } from '#read-models/projections';
import { openEventStream } from '../support/event-stream.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';
import { TestRound } from '../support/test-round.js';

const REACHED = { ending: 'answered', spokeWith: 'decision-maker', talkSeconds: 30 };
const DECLINED = { ...REACHED, outcome: { code: 'declined', reason: 'said-no' } };

interface Held {
  readonly cardId: string;
  readonly callId: string;
}

describe('the board of a round', () => {
  let api: TestApp;
  let round: TestRound;
  let lead: SignedInClient;
  let ann: SignedInClient;

  beforeEach(async () => {
    api = await startTestApp({ projections, environment: { SESSION_HOURS: '8784' } });
    round = await TestRound.open(api);
    [lead, ann] = [await api.as('lead'), await api.as('caller', 'ann')];
  });

  afterEach(() => api.close());

  const open = async (name: string): Promise<string> => {
    const cardId = await round.card({ name });
    await ann.post(`/cards/${cardId}/claim`, { roundId: round.roundId });
    await api.caughtUp();
    return cardId;
  };
  const call = async (name: string): Promise<Held> => {
    const cardId = await open(name);
    const { callId } = (await ann.post(`/cards/${cardId}/calls`, { roundId: round.roundId })).json<Held>();
    await api.caughtUp();
    return { cardId, callId };
  };
  const mark = async ({ cardId, callId }: Held, report: object): Promise<void> => {
    await ann.post(`/cards/${cardId}/outcomes`, { roundId: round.roundId, callId, ...report });
    await api.caughtUp();
  };
  const board = async () => (await lead.get(`/rounds/${round.roundId}/board`)).json<object>();

  test('counts cards by status and tells what each caller has done today', async () => {
    await mark(await call('Ett'), DECLINED);
    await round.card({ name: 'Två' });
    expect(await board()).toMatchObject({
      roundName: 'Omgång 1',
      cards: 2,
      statuses: { waiting: 1, 'closed-round': 1 },
      callers: [{ callerName: 'Test ann', locks: 0, today: { calls: 1, contacts: 1, talkSeconds: 30 } }],
      holding: [],
      overdue: [],
    });
  });

  test('R2: shows who has which card on screen, in a call or not, until the lease ends', async () => {
    const cardId = await open('Skolan');
    const holding = { callerName: 'Test ann', cardId, workplaceName: 'Skolan', since: api.clock.now() };
    expect(await board()).toMatchObject({ holding: [holding] });
    expect(JSON.stringify(await board())).not.toContain('callStartedAt');
    await ann.post(`/cards/${cardId}/calls`, { roundId: round.roundId });
    await api.caughtUp();
    expect(await board()).toMatchObject({ holding: [{ ...holding, callStartedAt: api.clock.now() }] });
    api.clock.moveTo('2026-11-23T08:15:00.000Z');
    expect(await board()).toMatchObject({ holding: [] });
  });

  test('R24: shows the lead a promise that is overdue by a working day', async () => {
    const outcome = { code: 'priority-callback', dueAt: at('2026-11-24T10:00'), personName: 'Eva Ek' };
    await mark(await call('Skolan'), { ...REACHED, outcome });
    api.clock.moveTo(at('2026-11-25T09:59'));
    expect(await board()).toMatchObject({ overdue: [], callers: [{ locks: 1 }] });
    api.clock.moveTo(at('2026-11-25T10:00'));
    expect(await board()).toMatchObject({
      overdue: [{ workplaceName: 'Skolan', ownerName: 'Test ann', rung: 'overdue-seen-by-lead' }],
    });
  });

  test('is 404 for a round that there is not, live or not', async () => {
    const refused = { status: 404, code: 'round.unknown' };
    expect((await lead.get(`/rounds/${uuidv7()}/board`)).json()).toMatchObject(refused);
    expect((await lead.get(`/rounds/${uuidv7()}/board/live`)).json()).toMatchObject(refused);
  });

  test('comes live: as it is, and anew when it has changed', async () => {
    const stream = await openEventStream(api, lead, `/rounds/${round.roundId}/board/live`);
    expect(stream.contentType).toBe('text/event-stream');
    expect(await stream.next()).toMatchObject({ cards: 0, holding: [] });
    await open('Skolan');
    let seen = await stream.next();
    while (!JSON.stringify(seen).includes('leaseUntil')) seen = await stream.next();
    expect(seen).toMatchObject({ cards: 1, holding: [{ workplaceName: 'Skolan' }] });
    stream.leave();
  });

  test('ends its live answers when the process is asked to end', async () => {
    const stream = await openEventStream(api, lead, `/rounds/${round.roundId}/board/live`);
    await stream.next();
    await api.app.close();
    expect(await stream.next()).toBeUndefined();
  });
});
