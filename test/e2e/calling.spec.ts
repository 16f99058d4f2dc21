import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { projections } from '#read-models/projections';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { Answer, SignedInClient } from '../support/test-client.js';
import { TestRound } from '../support/test-round.js';

interface Handed {
  readonly card?: {
    readonly cardId: string;
    readonly rounds: readonly { readonly state: { readonly status: string } }[];
  };
  readonly claim?: { readonly claimId: string; readonly because: string };
  readonly empty?: { readonly reasons: Readonly<Record<string, number>> };
}

const NO_ANSWER = { ending: 'unanswered', spokeWith: 'nobody', outcome: { code: 'no-answer' } };
const REACHED = { ending: 'answered', spokeWith: 'decision-maker' };
const DECLINED = { ...REACHED, outcome: { code: 'declined', reason: 'said-no' } };
const NO_MORE_CALLS = { ...REACHED, outcome: { code: 'no-more-calls', irritated: true } };
const ORDER = {
  ...REACHED,
  outcome: {
    code: 'order',
    form: {
      legalName: 'Exempelbolaget AB',
      contactFirstName: 'Eva',
      contactLastName: 'Ek',
      companyNumber: '556036-0793',
      email: 'eva.ek@example.com',
      invoice: { kind: 'e-mail', email: 'faktura@example.com' },
      termsDays: 30,
      webAddress: 'https://example.com',
      rows: [{ product: 'Annons', kind: 'single', listPriceOre: 120_000 }],
    },
  },
};

describe('a caller’s day', () => {
  let api: TestApp;
  let round: TestRound;
  let ann: SignedInClient;
  let bo: SignedInClient;

  beforeEach(async () => {
    api = await startTestApp({ projections, environment: { SESSION_HOURS: '8784' } });
    round = await TestRound.open(api);
    ann = await api.as('caller', 'ann');
    bo = await api.as('caller', 'bo');
  });

  afterEach(() => api.close());

  const next = async (caller: SignedInClient): Promise<Handed> =>
    (await caller.post(`/rounds/${round.roundId}/next-card`)).json<Handed>();
  const startCall = (caller: SignedInClient, cardId: string): Promise<Answer> =>
    caller.post(`/cards/${cardId}/calls`, { roundId: round.roundId });
  const callOf = async (caller: SignedInClient, cardId: string): Promise<string> =>
    (await startCall(caller, cardId)).json<{ callId: string }>().callId;
  const mark = async (caller: SignedInClient, cardId: string, report: object): Promise<Answer> => {
    const callId = await callOf(caller, cardId);
    const answer = await caller.post(`/cards/${cardId}/outcomes`, { roundId: round.roundId, callId, ...report });
    await api.caughtUp();
    return answer;
  };
  const claim = (caller: SignedInClient, cardId: string): Promise<Answer> =>
    caller.post(`/cards/${cardId}/claim`, { roundId: round.roundId });

  test('R2: two callers are never handed the same card', async () => {
    const cards = [await round.card(), await round.card()];
    const served = await Promise.all([next(ann), next(bo)]);
    expect(served.map(({ card }) => card?.cardId).sort()).toEqual([...cards].sort());
    expect((await startCall(bo, served[0].card?.cardId ?? '')).json()).toMatchObject({
      code: 'card.held-by-another',
      holder: ann.accountId,
    });
  });

  test('whoever holds a card is given it again instead of another', async () => {
    await round.card();
    await round.card();
    const first = await next(ann);
    expect((await next(ann)).card?.cardId).toBe(first.card?.cardId);
    await api.caughtUp();
    expect((await next(ann)).claim?.claimId).toBe(first.claim?.claimId);
  });

  test('the queue says why it served a card, and why it is empty', async () => {
    await round.card();
    expect((await next(ann)).claim?.because).toBe('never-called');
    await api.caughtUp();
    expect((await next(bo)).empty).toEqual({ reasons: { 'claimed-by-others': 1 } });
    const explained = await bo.get(`/rounds/${round.roundId}/queue`);
    expect(explained.json()).toEqual({ reasons: { 'claimed-by-others': 1 } });
  });

  test('R1: an outcome needs a call, and a call has one outcome', async () => {
    const cardId = await round.card();
    await next(ann);
    const report = { roundId: round.roundId, ...NO_ANSWER };
    expect((await ann.post(`/cards/${cardId}/outcomes`, report)).json()).toMatchObject({ code: 'outcome.needs-call' });
    const callId = await callOf(ann, cardId);
    expect((await ann.post(`/cards/${cardId}/outcomes`, { ...report, callId })).statusCode).toBe(201);
    expect((await ann.post(`/cards/${cardId}/outcomes`, { ...report, ...DECLINED, callId })).json()).toMatchObject({
      code: 'outcome.already-recorded',
    });
  });

  test('R1: a repeated request answers as the first time and appends nothing', async () => {
    const cardId = await round.card();
    await next(ann);
    const callId = await callOf(ann, cardId);
    const report = { roundId: round.roundId, callId, ...NO_ANSWER };
    const key = { 'idempotency-key': 'one' };
    const first = await ann.post(`/cards/${cardId}/outcomes`, report, key);
    const head = await api.store.head();
    const again = await ann.post(`/cards/${cardId}/outcomes`, report, key);
    expect(again.json()).toEqual(first.json());
    expect(await api.store.head()).toBe(head);
  });

  test('save and next marks the card and hands out another in one request', async () => {
    await round.card();
    await round.card();
    const cardId = (await next(ann)).card?.cardId ?? '';
    const callId = await callOf(ann, cardId);
    const report = { roundId: round.roundId, callId, ...NO_ANSWER };
    const answer = await ann.post(`/cards/${cardId}/outcomes/save-and-next`, report);
    const { saved, next: handed } = answer.json<{ saved: { outcomeId: string }; next: Handed }>();
    expect(saved.outcomeId).toBe(callId);
    expect(handed.card?.cardId).toEqual(expect.not.stringMatching(cardId));
    await api.caughtUp();
    expect((await next(bo)).empty).toEqual({ reasons: { 'claimed-by-others': 1, 'scheduled-later': 1 } });
  });

  test('R3: a priority callback locks the card; a second caller is told who holds it, since when and until when', async () => {
    const cardId = await round.card();
    await next(ann);
    const dueAt = '2026-11-24T09:00:00.000Z';
    const promise = { ...REACHED, outcome: { code: 'priority-callback', dueAt, personName: 'Eva Ek' } };
    expect((await mark(ann, cardId, promise)).statusCode).toBe(201);
    const refused = await claim(bo, cardId);
    expect(refused.statusCode).toBe(423);
    expect(refused.json()).toMatchObject({
      code: 'card.locked',
      holder: ann.accountId,
      since: api.clock.now(),
      until: dueAt,
    });
    expect((await next(bo)).empty).toEqual({ reasons: { 'locked-by-others': 1 } });
  });

  test('R3, R9: a due priority callback comes first to its owner, although the number rests', async () => {
    const cardId = await round.card();
    await next(ann);
    const dueAt = '2026-11-23T10:00:00.000Z';
    await mark(ann, cardId, { ...REACHED, outcome: { code: 'priority-callback', dueAt, personName: 'Eva Ek' } });
    await round.card({ priority: 9 });
    api.clock.moveTo(dueAt);
    expect(await next(ann)).toMatchObject({ card: { cardId }, claim: { because: 'priority-callback-due' } });
    expect((await startCall(ann, cardId)).statusCode).toBe(201);
  });

  test('R3: why the queue is empty counts the caller’s own promises too', async () => {
    const cardId = await round.card();
    await next(ann);
    const dueAt = '2026-11-24T09:00:00.000Z';
    await mark(ann, cardId, { ...REACHED, outcome: { code: 'priority-callback', dueAt, personName: 'Eva Ek' } });
    expect((await next(ann)).empty).toEqual({ reasons: { 'scheduled-later': 1 } });
  });

  test('save and next keeps the outcome although the round was closed meanwhile, and no call starts in it', async () => {
    const [one, two] = [await round.card({ priority: 1 }), await round.card()];
    await next(ann);
    await next(bo);
    const callId = await callOf(ann, one);
    await (await api.as('lead')).post(`/campaigns/${round.campaignId}/rounds/${round.roundId}/closing`);
    const report = { roundId: round.roundId, callId, ...NO_ANSWER };
    const answer = await ann.post(`/cards/${one}/outcomes/save-and-next`, report);
    expect(answer.json()).toMatchObject({ saved: { outcomeId: callId }, next: { failed: 'round.closed' } });
    expect((await startCall(bo, two)).json()).toMatchObject({ status: 409, code: 'round.closed' });
  });

  test('R4: the refusal says which outcomes fit', async () => {
    const cardId = await round.card();
    await next(ann);
    const answer = await mark(ann, cardId, { ...NO_ANSWER, spokeWith: 'gatekeeper' });
    expect(answer.json()).toMatchObject({ status: 409, code: 'outcome.does-not-fit', fits: expect.any(Array) });
  });

  test('R5: the caller is told which attempt it is and when it must end finally', async () => {
    const cardId = await round.card();
    const told = [];
    for (let attempt = 1; attempt <= 5; attempt++) {
      await next(ann);
      const started = await startCall(ann, cardId);
      told.push(started.json<object>());
      const { callId } = started.json<{ callId: string }>();
      const answer = await ann.post(`/cards/${cardId}/outcomes`, { roundId: round.roundId, callId, ...NO_ANSWER });
      expect(answer.statusCode).toBe(attempt < 5 ? 201 : 409);
      if (attempt === 5) expect(answer.json()).toMatchObject({ code: 'outcome.attempts-used-up' });
      api.clock.moveTo(
        attempt % 2 ? `2026-11-${23 + (attempt - 1) / 2}T13:00:00.000Z` : `2026-11-${23 + attempt / 2}T08:00:00.000Z`,
      );
      await api.caughtUp();
    }
    expect(told).toMatchObject([
      { attempt: 1, offersExhausted: false, mustBeFinal: false },
      { attempt: 2, offersExhausted: false, mustBeFinal: false },
      { attempt: 3, offersExhausted: true, mustBeFinal: false },
      { attempt: 4, offersExhausted: true, mustBeFinal: false },
      { attempt: 5, offersExhausted: true, mustBeFinal: true },
    ]);
  });

  test('"you just rang" shows the card that was probably called', async () => {
    const phone = '+46313900605';
    const double = await round.card({ phones: [phone], priority: 2 });
    const cardId = await round.card({ phones: [phone], priority: 1 });
    await next(ann);
    await mark(ann, double, NO_ANSWER);
    await next(ann);
    const reported = { ...REACHED, outcome: { code: 'recently-called', irritated: true } };
    expect((await mark(ann, cardId, reported)).json()).toMatchObject({ likelyDoubleOf: double });
  });

  test('R6: a stop request silences the number on every card at once, before the caller sees it saved', async () => {
    const phone = '+46313900601';
    const cardId = await round.card({ phones: [phone], priority: 1 });
    const other = await round.card({ phones: [phone] });
    await next(ann);
    expect((await mark(ann, cardId, NO_MORE_CALLS)).statusCode).toBe(201);
    expect((await claim(bo, other)).json()).toMatchObject({ code: 'number.blocked' });
    expect((await next(bo)).card).toBeUndefined();
    api.clock.moveTo('2027-03-01T09:00:00.000Z');
    expect((await next(bo)).card).toBeUndefined();
  });

  test('R6: a small company is silenced whole, a larger one waits for admin', async () => {
    const small = await round.company();
    const [one, two] = [await round.card({ companyId: small, priority: 1 }), await round.card({ companyId: small })];
    await next(ann);
    await mark(ann, one, NO_MORE_CALLS);
    expect((await claim(bo, two)).json()).toMatchObject({ code: 'number.blocked' });
    const large = await round.company('2120000142');
    const cards = [];
    for (let made = 0; made < 4; made++) cards.push(await round.card({ companyId: large, priority: 5 - made }));
    await next(ann);
    await mark(ann, cards[0] ?? '', NO_MORE_CALLS);
    expect((await claim(bo, cards[1] ?? '')).json()).toMatchObject({ code: 'company.block-undecided' });
  });

  test('R6: a call is refused although the caller had the card open before the block', async () => {
    const phone = '+46313900602';
    const mine = await round.card({ phones: [phone], priority: 2 });
    const theirs = await round.card({ phones: [phone], priority: 1 });
    await next(ann);
    await next(bo);
    await mark(ann, mine, NO_MORE_CALLS);
    expect((await startCall(bo, theirs)).json()).toMatchObject({ status: 409, code: 'number.blocked' });
  });

  test('one number is never called by two at once, on whichever card', async () => {
    const phone = '+46313900603';
    const cards = [
      await round.card({ phones: [phone], priority: 2 }),
      await round.card({ phones: [phone], priority: 1 }),
    ];
    await next(ann);
    await next(bo);
    const answers = await Promise.all([startCall(ann, cards[0] ?? ''), startCall(bo, cards[1] ?? '')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  });

  test('R9: after a conversation no card with the number is handed out for a day', async () => {
    const phone = '+46313900604';
    const cardId = await round.card({ phones: [phone], priority: 1 });
    await round.card({ phones: [phone] });
    await next(ann);
    await mark(ann, cardId, DECLINED);
    expect((await next(bo)).card).toBeUndefined();
    api.clock.moveTo('2026-11-24T08:00:01.000Z');
    await api.caughtUp();
    expect((await next(bo)).card).toBeDefined();
  });

  test('R10: an order is refused with every error at once, and taken when it is whole', async () => {
    const cardId = await round.card();
    await next(ann);
    const callId = await callOf(ann, cardId);
    const report = { roundId: round.roundId, callId };
    const lacking = { ...ORDER, outcome: { ...ORDER.outcome, form: { legalName: 'Exempelbolaget AB' } } };
    const refused = await ann.post(`/cards/${cardId}/outcomes`, { ...report, ...lacking });
    expect(refused.json<{ code: string; errors: unknown[] }>()).toMatchObject({ code: 'order.form-refused' });
    expect(refused.json<{ errors: unknown[] }>().errors.length).toBeGreaterThan(4);
    const taken = await ann.post(`/cards/${cardId}/outcomes`, { ...report, ...ORDER });
    expect(taken.json()).toMatchObject({ outcomeId: callId, card: { rounds: [{ state: { status: 'ordered' } }] } });
  });

  test('R21: a wrong outcome is corrected by a new fact, and its effects are worked out again', async () => {
    const cardId = await round.card();
    await next(ann);
    const marked = await mark(ann, cardId, DECLINED);
    const { outcomeId } = marked.json<{ outcomeId: string }>();
    const correction = { ...NO_ANSWER, reason: 'fel knapp' };
    const corrected = await ann.post(`/cards/${cardId}/outcomes/${outcomeId}/correction`, correction);
    expect(corrected.json()).toMatchObject({ card: { rounds: [{ state: { status: 'scheduled' }, attempts: 1 }] } });
    await api.caughtUp();
    expect((await next(bo)).empty).toEqual({ reasons: { 'scheduled-later': 1 } });
  });

  test('R22: a skipped card comes after the others of its priority', async () => {
    const cards = [await round.card(), await round.card()];
    const first = await next(ann);
    const cardId = first.card?.cardId ?? '';
    const skip = { claimId: first.claim?.claimId, reason: 'provision' };
    expect((await ann.post(`/cards/${cardId}/skip`, skip)).statusCode).toBe(200);
    await api.caughtUp();
    expect((await next(bo)).card?.cardId).toBe(cards.find((id) => id !== cardId));
    expect((await next(ann)).claim?.because).toBe('skipped-before');
  });

  test('R23: no card is handed out and no call begins outside the hours', async () => {
    const cardId = await round.card();
    api.clock.moveTo('2026-11-23T16:30:00.000Z');
    expect((await next(ann)).empty?.reasons).toHaveProperty('outside-calling-hours');
    expect((await claim(ann, cardId)).statusCode).toBe(200);
    expect((await startCall(ann, cardId)).json()).toMatchObject({
      code: 'call.outside-hours',
      nearest: '2026-11-24T07:00:00.000Z',
    });
  });

  test('R24: a caller holds no more locks than the settings allow, and a refused promise takes no slot', async () => {
    const campaign = await (await api.as('lead')).get(`/campaigns/${round.campaignId}`);
    const { settings } = campaign.json<{ settings: object }>();
    await (await api.as('lead')).put(`/campaigns/${round.campaignId}/settings`, { ...settings, maxPriorityLocks: 1 });
    const fresh = await startTestApp({ store: api.store, clock: api.clock });
    const dueAt = '2026-11-24T09:00:00.000Z';
    const promise = { ...REACHED, outcome: { code: 'priority-callback', dueAt, personName: 'Eva Ek' } };
    await round.card({ priority: 1 });
    await round.card();
    const first = (await next(ann)).card?.cardId ?? '';
    expect((await mark(ann, first, promise)).statusCode).toBe(201);
    const second = (await next(ann)).card?.cardId ?? '';
    expect((await mark(ann, second, promise)).json()).toMatchObject({ code: 'caller.too-many-locks', limit: 1 });
    await fresh.close();
  });

  test('an unknown card or round is 404, whatever is asked', async () => {
    const unknown = uuidv7();
    expect((await ann.post(`/rounds/${unknown}/next-card`)).json()).toMatchObject({
      status: 404,
      code: 'round.unknown',
    });
    expect((await startCall(ann, unknown)).json()).toMatchObject({ status: 404, code: 'card.unknown' });
    expect((await claim(ann, unknown)).json()).toMatchObject({ status: 404, code: 'card.unknown' });
  });
});
