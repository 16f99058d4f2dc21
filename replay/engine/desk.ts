import type { Answer, ApiClient } from './api-client.js';
import type { NewestMoment } from './freshness.js';

/** What a replay reads of a card. */
export interface ServedCard {
  readonly cardId: string;
  readonly externalId?: string;
}

/** How a call ended and what it led to. */
export interface Report {
  readonly ending: 'answered' | 'unanswered';
  readonly spokeWith: 'nobody' | 'gatekeeper' | 'decision-maker';
  readonly talkSeconds: number;
  readonly outcome: object;
}

interface HandedOut {
  readonly card?: ServedCard;
}

/** A caller's screen: everything that they can do with a card in one round. */
export class Desk {
  constructor(
    private readonly client: ApiClient,
    private readonly roundId: string,
    private readonly moment: NewestMoment,
  ) {}

  /** Undefined when the queue is empty. */
  async nextCard(freshness?: string): Promise<ServedCard | undefined> {
    const path = `/rounds/${this.roundId}/next-card`;
    return (await this.note(this.client.send<HandedOut>({ method: 'POST', path, freshness }))).card;
  }

  async startCall(cardId: string): Promise<string> {
    const call = { method: 'POST', path: `/cards/${cardId}/calls`, body: { roundId: this.roundId } } as const;
    return (await this.note(this.client.send<{ callId: string }>(call))).callId;
  }

  async saveAndNext(cardId: string, callId: string, report: Report): Promise<ServedCard | undefined> {
    const path = `/cards/${cardId}/outcomes/save-and-next`;
    const body = { roundId: this.roundId, callId, ...report };
    return (await this.note(this.client.send<{ next: HandedOut }>({ method: 'POST', path, body }))).next.card;
  }

  async save(cardId: string, callId: string, report: Report): Promise<void> {
    const path = `/cards/${cardId}/outcomes`;
    await this.note(this.client.send({ method: 'POST', path, body: { roundId: this.roundId, callId, ...report } }));
  }

  /** The card with this telephone number. */
  async search(phone: string): Promise<string | undefined> {
    const call = { method: 'POST', path: '/cards/search', body: { phone } } as const;
    const { cards } = await this.note(this.client.send<{ cards: readonly ServedCard[] }>(call));
    return cards[0]?.cardId;
  }

  /** Opens a card that was found by search. */
  async open(cardId: string): Promise<void> {
    const path = `/cards/${cardId}/claim`;
    await this.note(this.client.send({ method: 'POST', path, body: { roundId: this.roundId } }));
  }

  /** R5: a lead's word. */
  async allowFurtherAttempt(cardId: string, reason: string): Promise<void> {
    const path = `/cards/${cardId}/further-attempts`;
    await this.note(this.client.send({ method: 'POST', path, body: { roundId: this.roundId, reason } }));
  }

  private async note<Body>(answering: Promise<Answer<Body>>): Promise<Body> {
    const { body, freshness } = await answering;
    this.moment.note(freshness);
    return body;
  }
}
