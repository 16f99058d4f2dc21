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

interface Page {
  /** Not handed out yet. */
  readonly cardIds: string[];
  /** When it was read. */
  readonly size: number;
}

const NO_PAGE: Page = { cardIds: [], size: 0 };

/** The head of each lane, handed out card by card: no two requests of this process are given the same one. */
export class Candidates {
  private readonly pages = new LRUCache<string, Page>({ max: LANES_HELD, ttl: FRESH_MS });
  private readonly reading = new Map<string, Promise<Page>>();

  constructor(
    private readonly views: ReadStore,
    private readonly reserved: ReservedCards,
  ) {}

  /** The next card that nobody else tries; undefined when the lane had none that is due as it was read. */
  async next(wanted: Wanted): Promise<string | undefined> {
    const lane = `${wanted.roundId}/${wanted.lane}/${wanted.now.slice(0, MINUTE)}`;
    const held = this.take(this.pages.get(lane) ?? NO_PAGE);
    if (held !== undefined) return held;
    for (;;) {
      const page = await this.read(lane, wanted);
      const cardId = this.take(page);
      if (cardId !== undefined || page.size === 0) return cardId;
      // Others who waited for the same page have taken it all.
    }
  }

  private take({ cardIds }: Page): string | undefined {
    for (let cardId = cardIds.shift(); cardId !== undefined; cardId = cardIds.shift())
      if (this.reserved.reserve(cardId)) return cardId;
    return undefined;
  }

  /** Requests that come while a page is being read share it. */
  private read(lane: string, wanted: Wanted): Promise<Page> {
    const reading = this.reading.get(lane) ?? this.readPage(lane, wanted);
    this.reading.set(lane, reading);
    return reading;
  }

  private async readPage(lane: string, wanted: Wanted): Promise<Page> {
    try {
      const exclude = this.reserved.cardIds;
      const found = await nextCards(this.views, { ...wanted, exclude, limit: PAGE });
      const page = { cardIds: found.map(({ cardId }) => cardId), size: found.length };
      this.pages.set(lane, page);
      return page;
    } finally {
      this.reading.delete(lane);
    }
  }
}

/** Length of an instant up to its minute: a clock that has moved on asks anew. */
const MINUTE = '2026-11-23T08:00'.length;
