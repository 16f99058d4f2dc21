import { LRUCache } from 'lru-cache';
import type { Instant } from '#events/contracts/index';
import { nextCards } from '#read-models/caller-queue/next-cards';
import type { ReadStore } from '#read-models/store/read-store';
import type { ReservedCards } from './reserved-cards.js';

/** Read at once: the cost of reaching past the cards that are being handed out is shared by so many requests. */
const PAGE = 128;
/** How long a page may be handed out from; a card that becomes due meanwhile waits so long at the most. */
const FRESH_MS = 200;
const LANES_HELD = 2000;

interface Wanted {
  readonly roundId: string;
  readonly lane: string;
  readonly now: Instant;
}

/** The head of each lane, handed out card by card: no two requests of this process are given the same one. */
export class Candidates {
  private readonly pages = new LRUCache<string, string[]>({ max: LANES_HELD, ttl: FRESH_MS });
  private readonly reading = new Map<string, Promise<string[]>>();

  constructor(
    private readonly views: ReadStore,
    private readonly reserved: ReservedCards,
  ) {}

  /** The next card that nobody else tries; undefined when the lane has none that is due. */
  async next(wanted: Wanted): Promise<string | undefined> {
    const lane = `${wanted.roundId}/${wanted.lane}/${wanted.now.slice(0, MINUTE)}`;
    const held = this.take(this.pages.get(lane) ?? []);
    if (held !== undefined) return held;
    return this.take(await this.read(lane, wanted));
  }

  private take(page: string[]): string | undefined {
    for (let cardId = page.shift(); cardId !== undefined; cardId = page.shift())
      if (this.reserved.reserve(cardId)) return cardId;
    return undefined;
  }

  /** Requests that come while a page is being read share it. */
  private read(lane: string, wanted: Wanted): Promise<string[]> {
    const reading = this.reading.get(lane) ?? this.readPage(lane, wanted);
    this.reading.set(lane, reading);
    return reading;
  }

  private async readPage(lane: string, wanted: Wanted): Promise<string[]> {
    try {
      const exclude = this.reserved.cardIds;
      const page = (await nextCards(this.views, { ...wanted, exclude, limit: PAGE })).map(({ cardId }) => cardId);
      this.pages.set(lane, page);
      return page;
    } finally {
      this.reading.delete(lane);
    }
  }
}

/** Length of an instant up to its minute: a clock that has moved on asks anew. */
const MINUTE = '2026-11-23T08:00'.length;
