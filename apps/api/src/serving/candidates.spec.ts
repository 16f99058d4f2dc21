import { describe, expect, test } from '@jest/globals';
import { InMemoryReadStore } from '#read-models/in-memory/in-memory-read-store';
import { InMemoryViews } from '#read-models/in-memory/in-memory-views';
import { InMemoryProjectionStore } from '#read-models/in-memory/in-memory-projection-store';
import { TEAM } from '#read-models/caller-queue/caller-queue';
import { cards } from '#read-models/card/card.projection';
import { runGroup } from '#read-models/testing/run-group';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { cardStream } from '#events/contracts/stream-names';
import { toNewEvents } from '#events/deciding/new-events';
import type { CardEvent } from '#events/contracts/index';
import { Candidates } from './candidates.js';
import { ReservedCards } from './reserved-cards.js';

const NOW = '2026-11-23T08:00:00.000Z';
const CARDS = 300;

const cause = (id: string) => ({
  commandId: id,
  correlationId: id,
  causationId: id,
  actor: 'service:test',
  actorRole: 'service',
  occurredAt: NOW,
});
const cardIn = (roundId: string): CardEvent[] => [
  {
    type: 'CardImported',
    data: {
      workplace: { name: 'Bolag' },
      numbers: [{ numberId: 'n', e164: '+46846504001' }],
      source: { kind: 'by-hand' },
      importedAt: NOW,
    },
  },
  { type: 'CardEnteredRound', data: { campaignId: 'k', roundId, priority: 0, enteredAt: NOW } },
];

describe('candidates', () => {
  test('R2: more requests at once than a page holds are each given a card of their own', async () => {
    const log = new InMemoryEventStore();
    const views = new InMemoryViews();
    const reader = new InMemoryReadStore(views);
    const writer = new InMemoryProjectionStore(views);
    const projector = runGroup({ log, writer, reader, projections: [cards] });
    for (let card = 0; card < CARDS; card++) {
      const stream = cardStream(String(card));
      await log.append(stream, toNewEvents(cardIn('r'), cause(String(card))), 'no-stream');
    }
    await projector.caughtUp();
    const candidates = new Candidates(reader, new ReservedCards());
    const wanted = { roundId: 'r', lane: TEAM, now: NOW };
    const given = await Promise.all(Array.from({ length: CARDS + 1 }, () => candidates.next(wanted)));
    expect(new Set(given.filter((cardId) => cardId !== undefined)).size).toBe(CARDS);
    expect(given.filter((cardId) => cardId === undefined)).toHaveLength(1);
    await projector.stop();
  });
});
