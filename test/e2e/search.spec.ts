import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { claimKeyDecider } from '#domain/claim-key/claim-key.decider';
import { companyNumberKeyStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { projections } from '#read-models/projections';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';
import { TestRound } from '../support/test-round.js';

describe('a search for cards', () => {
  let api: TestApp;
  let round: TestRound;
  let ann: SignedInClient;

  beforeEach(async () => {
    api = await startTestApp({ projections });
    round = await TestRound.open(api);
    ann = await api.as('caller', 'ann');
  });

  afterEach(() => api.close());

  const find = async (search: object) =>
    (await ann.post('/cards/search', search)).json<{ cards: { cardId: string }[] }>();

  test('goes by a number, however it is written', async () => {
    const cardId = await round.card({ name: 'Skolan', phones: ['+46812345678'] });
    await round.card();
    const found = {
      cards: [{ cardId, name: 'Skolan', phones: ['+46812345678'], rounds: [{ state: { status: 'available' } }] }],
    };
    expect(await find({ phone: '08-123 456 78' })).toMatchObject(found);
    expect(await find({ phone: '0046 (0)8 12 34 56 78' })).toMatchObject(found);
    expect(await find({ phone: '08-123 456 79' })).toEqual({ cards: [] });
  });

  test('goes by a company number, and finds all its workplaces', async () => {
    const companyId = await round.company('2120000142');
    const key = companyNumberKeyStream(api.hash.of('companynumber', '2120000142'));
    const command = { type: 'ClaimKey', data: { holderId: companyId, now: api.clock.now() } } as const;
    const id = uuidv7();
    const cause = { commandId: id, correlationId: id, causationId: id, actor: 'service:test', actorRole: 'service' };
    await new DecisionRunner(api.store).run(claimKeyDecider, key, command, { ...cause, occurredAt: api.clock.now() });
    const ids = [await round.card({ companyId }), await round.card({ companyId })];
    await round.card();
    const { cards } = await find({ companyNumber: '212000-0142' });
    expect(cards.map(({ cardId }) => cardId).sort()).toEqual([...ids].sort());
    expect(await find({ companyNumber: '556016-0680' })).toEqual({ cards: [] });
  });

  test('goes by the beginning of words of the name', async () => {
    const cardId = await round.card({ name: 'Södra Ängens skola' });
    await round.card({ name: 'Sodra Angens skola' });
    expect(await find({ name: 'södra äng' })).toMatchObject({ cards: [{ cardId }] });
    expect((await find({ name: 'skola' })).cards).toHaveLength(2);
    expect((await find({ name: 'skola', limit: 1 })).cards).toHaveLength(1);
  });

  test('goes by one thing at a time', async () => {
    const refused = { status: 422, code: 'search.needs-one-term' };
    expect(await find({})).toMatchObject(refused);
    expect(await find({ name: 'skola', phone: '08-123 456 78' })).toMatchObject(refused);
    expect(await find({ phone: 'abc' })).toMatchObject({ code: 'phone.unreadable' });
  });
});
