import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { AterkomEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';
import { projections } from '#read-models/projections';
import { noted, ofType } from '../../apps/projector/src/reactors/testing/noted.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { Answer, SignedInClient } from '../support/test-client.js';
import { startReactors } from '../support/test-reactors.js';
import { TestRound } from '../support/test-round.js';

interface Block {
  readonly blockId: string;
  readonly status: string;
  readonly scope: string;
  readonly atCompany?: string;
  readonly workplaceName?: string;
  readonly numbers: number;
  readonly cards: number;
}

const [SWITCHBOARD, OFFICE] = ['+46812345678', '+46812345679'];
const LIFT = { reason: 'they asked for it', evidence: 'letter 12' };

describe('blocks', () => {
  let api: TestApp;
  let round: TestRound;
  let admin: SignedInClient;
  let ann: SignedInClient;
  let stopReactors: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    api = await startTestApp({ projections });
    round = await TestRound.open(api);
    admin = await api.as('admin');
    ann = await api.as('caller', 'ann');
  });

  afterEach(async () => {
    await stopReactors?.();
    stopReactors = undefined;
    await api.close();
  });

  const post = (path: string, body: object): Promise<Answer> => admin.post(path, body);
  const block = async (body: object): Promise<string> =>
    (await post('/blocks', { reason: 'asked by letter', ...body })).json<{ blockId: string }>().blockId;
  const list = async (query = ''): Promise<readonly Block[]> => {
    await api.caughtUp();
    return (await admin.get(`/blocks${query}`)).json<{ blocks: readonly Block[] }>().blocks;
  };
  const opened = (cardId: string): Promise<Answer> => ann.post(`/cards/${cardId}/claim`, { roundId: round.roundId });
  const startCall = (cardId: string): Promise<Answer> => ann.post(`/cards/${cardId}/calls`, { roundId: round.roundId });
  const called = async (cardId: string): Promise<Answer> => {
    await opened(cardId);
    return startCall(cardId);
  };
  const codeOf = (answer: Answer): string => answer.json<{ code: string }>().code;
  const statusOfCard = async (cardId: string): Promise<string> => {
    const events = await api.store.readStream(`card-${cardId}`);
    return events.filter(({ type }) => /^Card(?:Barred|Unbarred|Frozen|Unfrozen)$/.test(type)).at(-1)?.type ?? 'open';
  };
  const onCards = (type: AterkomEvent['type'], count: number): Promise<readonly Recorded[]> =>
    noted(api.store, ofType(type), count);

  test('R6: of one number holds for every card with it, and leaves the others of the card', async () => {
    const card = await round.card({ phones: [SWITCHBOARD, OFFICE] });
    const other = await round.card({ phones: [SWITCHBOARD] });
    await block({ cardId: card, scope: 'number', numberId: round.numberId(SWITCHBOARD) });
    expect(codeOf(await opened(other))).toBe('number.blocked');
    expect((await list())[0]).toMatchObject({ scope: 'number', status: 'blocked', numbers: 1, cards: 1 });
  });

  test('R6: of a workplace holds for all its numbers, and the card is silent when it is saved', async () => {
    const card = await round.card({ phones: [SWITCHBOARD, OFFICE] });
    const other = await round.card({ phones: [OFFICE] });
    await block({ cardId: card, scope: 'workplace' });
    expect(codeOf(await opened(card))).toBe('number.blocked');
    expect(await statusOfCard(card)).toBe('CardBarred');
    expect(codeOf(await opened(other))).toBe('number.blocked');
    expect((await list())[0]).toMatchObject({ scope: 'workplace', numbers: 2 });
  });

  test('R6: of a company holds for every number known to it when it is saved, and reaches every card', async () => {
    const companyId = await round.company();
    const [card, other] = [
      await round.card({ companyId, phones: [SWITCHBOARD] }),
      await round.card({ companyId, phones: [OFFICE] }),
    ];
    await block({ cardId: card, scope: 'company' });
    expect(codeOf(await opened(other))).toBe('number.blocked');
    expect((await list())[0]).toMatchObject({ scope: 'company', atCompany: 'blocked', numbers: 2, cards: 1 });
    stopReactors = startReactors(api);
    await onCards('CardBarred', 2);
    expect(await statusOfCard(other)).toBe('CardBarred');
  });

  test('R6: holds for a number that joins the company after it was saved', async () => {
    const companyId = await round.company();
    const card = await round.card({ companyId, phones: [SWITCHBOARD] });
    await block({ cardId: card, scope: 'company' });
    const annexe = await round.card({ companyId, phones: [OFFICE] });
    expect(codeOf(await opened(annexe))).toBe('company.blocked');
    stopReactors = startReactors(api);
    await noted(api.store, ({ type, streamId }) => type === 'CardBarred' && streamId === `card-${annexe}`);
    await noted(api.store, ({ streamId }) => streamId === `number-${round.numberId(OFFICE)}`);
  });

  test('R6: that comes while a caller has the card open refuses the call', async () => {
    const companyId = await round.company();
    const [card, other] = [
      await round.card({ companyId, phones: [SWITCHBOARD] }),
      await round.card({ companyId, phones: [OFFICE] }),
    ];
    await opened(other);
    await block({ cardId: card, scope: 'company' });
    expect(codeOf(await startCall(other))).toBe('number.blocked');
  });

  test('R6: is made once under one Idempotency-Key', async () => {
    const cardId = await round.card({ phones: [SWITCHBOARD] });
    const asked = { cardId, scope: 'workplace', reason: 'asked by letter' };
    const key = { 'idempotency-key': 'block-1' };
    const [first, second] = [await admin.post('/blocks', asked, key), await admin.post('/blocks', asked, key)];
    expect(second.json()).toEqual(first.json());
    expect(await list()).toHaveLength(1);
  });

  test('R6: is lifted by an admin with reason and evidence, wherever it holds, and stays in the list', async () => {
    const companyId = await round.company();
    const card = await round.card({ companyId, phones: [SWITCHBOARD] });
    const other = await round.card({ companyId, phones: [OFFICE] });
    stopReactors = startReactors(api);
    const blockId = await block({ cardId: card, scope: 'company' });
    await onCards('CardBarred', 2);
    expect(codeOf(await post(`/blocks/${blockId}/lift`, { ...LIFT, evidence: ' ' }))).toBe('evidence.missing');
    expect(codeOf(await post(`/blocks/${blockId}/lift`, { ...LIFT, reason: ' ' }))).toBe('reason.missing');
    expect((await post(`/blocks/${blockId}/lift`, LIFT)).statusCode).toBe(204);
    expect([(await called(card)).statusCode, (await called(other)).statusCode]).toEqual([201, 201]);
    expect(await list('?status=lifted')).toMatchObject([
      { blockId, status: 'lifted', numbers: 0, cards: 0, lifted: { ...LIFT, by: admin.accountId } },
    ]);
    expect(await list('?status=blocked')).toEqual([]);
  });

  test('R6: beside another one keeps the number silent after the first is lifted', async () => {
    const card = await round.card({ phones: [SWITCHBOARD] });
    const [first] = [
      await block({ cardId: card, scope: 'workplace' }),
      await block({ cardId: card, scope: 'workplace' }),
    ];
    await post(`/blocks/${first}/lift`, LIFT);
    expect(codeOf(await opened(card))).toBe('number.blocked');
  });

  describe('asked for at one workplace of a larger company', () => {
    let cards: string[];

    beforeEach(async () => {
      const companyId = await round.company();
      cards = [];
      for (let index = 0; index < 4; index++)
        cards.push(await round.card({ companyId, phones: [`+4681234560${index}`] }));
      const [asking = ''] = cards;
      const { callId } = (await called(asking)).json<{ callId: string }>();
      const outcome = { code: 'no-more-calls', irritated: false };
      const report = { roundId: round.roundId, callId, ending: 'answered', spokeWith: 'decision-maker', outcome };
      await ann.post(`/cards/${asking}/outcomes`, report);
      stopReactors = startReactors(api);
      await onCards('CardFrozen', 3);
    });

    const proposed = async (): Promise<string> => (await list('?status=undecided'))[0]?.blockId ?? '';
    const decide = async (blockWholeCompany: boolean): Promise<Answer> =>
      post(`/blocks/${await proposed()}/company-decision`, { blockWholeCompany, reason: 'asked the head office' });

    test('R6: freezes the others until admin decides', async () => {
      expect(await list('?status=undecided')).toMatchObject([{ scope: 'workplace', status: 'blocked', numbers: 1 }]);
      expect(codeOf(await opened(cards[1] ?? ''))).toBe('company.block-undecided');
    });

    test('R6: holds for all where admin says so, saved with every number', async () => {
      expect((await decide(true)).statusCode).toBe(204);
      const blocked = (await api.store.readAll({ limit: 1000 })).filter(({ type }) => type === 'NumberBlocked');
      expect(new Set(blocked.map(({ streamId }) => streamId)).size).toBe(4);
      await onCards('CardUnfrozen', 3);
      expect(await Promise.all(cards.slice(1).map(statusOfCard))).not.toContain('CardFrozen');
      expect((await list())[0]).toMatchObject({ scope: 'company', atCompany: 'blocked', numbers: 4 });
    });

    test('R6: leaves the others open where admin says so; the workplace that asked stays silent', async () => {
      expect((await decide(false)).statusCode).toBe(204);
      await onCards('CardUnfrozen', 3);
      expect((await called(cards[1] ?? '')).statusCode).toBe(201);
      expect(codeOf(await ann.post(`/cards/${cards[0] ?? ''}/claim`, { roundId: round.roundId }))).toBe(
        'number.blocked',
      );
    });

    test('R6: is lifted with what it proposed', async () => {
      expect((await post(`/blocks/${await proposed()}/lift`, LIFT)).statusCode).toBe(204);
      await onCards('CardUnfrozen', 3);
      expect((await called(cards[2] ?? '')).statusCode).toBe(201);
    });
  });

  test('a company that has ceased is called no more, and its cards are closed for good', async () => {
    const companyId = await round.company();
    const cardId = await round.card({ companyId, phones: [SWITCHBOARD] });
    expect(codeOf(await post(`/companies/${companyId}/ceased`, { evidence: ' ' }))).toBe('evidence.missing');
    expect((await post(`/companies/${companyId}/ceased`, { evidence: 'register' })).statusCode).toBe(204);
    expect(codeOf(await opened(cardId))).toBe('company.ceased');
    stopReactors = startReactors(api);
    await onCards('CompanyReportedCeased', 1);
    const unknown = await post(`/companies/${uuidv7()}/ceased`, { evidence: 'register' });
    expect(unknown.json()).toMatchObject({ status: 404, code: 'company.unknown' });
  });

  test('a company that had not ceased after all is called again, and its cards reopen', async () => {
    const companyId = await round.company();
    const cardId = await round.card({ companyId, phones: [SWITCHBOARD] });
    stopReactors = startReactors(api);
    await post(`/companies/${companyId}/ceased`, { evidence: 'register' });
    await onCards('CompanyReportedCeased', 1);
    const to = `/companies/${companyId}/ceased/withdrawal`;
    expect(codeOf(await post(to, { reason: ' ', evidence: 'register' }))).toBe('reason.missing');
    expect((await post(to, { reason: 'another company', evidence: 'register' })).statusCode).toBe(204);
    await onCards('CardReopened', 1);
    expect((await called(cardId)).statusCode).toBe(201);
  });

  test('say what is wrong with the request', async () => {
    const cardId = await round.card({ phones: [SWITCHBOARD] });
    const asked = { cardId, scope: 'number', reason: 'asked' };
    const codes = [
      await post('/blocks', asked),
      await post('/blocks', { ...asked, numberId: round.numberId(OFFICE) }),
      await post('/blocks', { ...asked, scope: 'company' }),
      await post('/blocks', { ...asked, scope: 'workplace', reason: ' ' }),
      await post('/blocks', { ...asked, cardId: uuidv7() }),
      await post(`/blocks/${uuidv7()}/lift`, LIFT),
      await post(`/blocks/${uuidv7()}/company-decision`, { blockWholeCompany: true, reason: 'asked' }),
    ].map((answer) => `${answer.statusCode} ${codeOf(answer)}`);
    expect(codes).toEqual([
      '409 block.needs-number',
      '409 number.not-on-card',
      '409 block.needs-company',
      '409 reason.missing',
      '404 card.unknown',
      '404 block.unknown',
      '404 block.unknown',
    ]);
  });

  test('of a workplace alone have nothing to decide for a company', async () => {
    const blockId = await block({ cardId: await round.card(), scope: 'workplace' });
    const answer = await post(`/blocks/${blockId}/company-decision`, { blockWholeCompany: true, reason: 'asked' });
    expect(answer.json()).toMatchObject({ status: 404, code: 'company-block.unknown' });
  });
});
