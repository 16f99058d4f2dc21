import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openEventStoreDb } from '#events/eventstoredb/open-server-log';
import { cards } from '#read-models/card/card.projection';
import { rounds } from '#read-models/rounds/rounds.projection';
import { appendForeignEvents } from '../eventstoredb-protocol/foreign-events.js';
import { eventStoreProtocol } from '../eventstoredb-protocol/eventstore-protocol.js';
import { ProtocolServer } from '../eventstoredb-protocol/protocol-server.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestRound } from '../support/test-round.js';

let server: ProtocolServer;
let api: TestApp;

beforeEach(async () => {
  server = await new ProtocolServer(eventStoreProtocol).start();
  appendForeignEvents(server.log);
  api = await startTestApp({ store: await openEventStoreDb(server.url), projections: [cards, rounds] });
});
afterEach(async () => {
  await api.close();
  server.stop();
});

test('a card is shown although other programs write to the same event store', async () => {
  const round = await TestRound.open(api);
  appendForeignEvents(server.log);
  const cardId = await round.card();
  const ann = await api.as('caller', 'ann');
  const next = await ann.post(`/rounds/${round.roundId}/next-card`);
  expect(next.json()).toMatchObject({ card: { cardId } });
});
