import type { Send } from './http-load.js';
import { ROUND_ID } from '../seed/names.js';
import { tokenOf } from '../seed/people.js';

interface HandedOut {
  readonly card?: { readonly cardId: string };
}

export class QueueRanDry extends Error {
  override readonly name = 'QueueRanDry';
  constructor(answer: string) {
    super(`no card was handed out: ${answer.slice(-500)}`);
  }
}

const cardIn = (body: string, { card }: HandedOut): string => {
  if (!card) throw new QueueRanDry(body);
  return card.cardId;
};

/** One signed-in caller of the seed, who calls card after card. */
export class SeededCaller {
  private readonly token: string;
  private cardId = '';

  constructor(index: number) {
    this.token = tokenOf(index);
  }

  /** Takes the first card; whoever holds one already is given that. */
  async sitDown(send: Send): Promise<void> {
    const { body } = await send({ method: 'POST', path: `/api/rounds/${ROUND_ID}/next-card`, token: this.token });
    // The casts: the answer's shape is the API's promise.
    this.cardId = cardIn(body, JSON.parse(body) as HandedOut);
  }

  /** Calls, nobody answers, saves and is given the next card. */
  async callOnce(call: Send, saveAndNext: Send): Promise<void> {
    const { token } = this;
    const path = `/api/cards/${this.cardId}`;
    const started = await call({ method: 'POST', path: `${path}/calls`, token, body: { roundId: ROUND_ID } });
    const { callId } = JSON.parse(started.body) as { callId: string };
    const report = { ending: 'unanswered', spokeWith: 'nobody', talkSeconds: 0, outcome: { code: 'no-answer' } };
    const body = { roundId: ROUND_ID, callId, ...report };
    const saved = await saveAndNext({ method: 'POST', path: `${path}/outcomes/save-and-next`, token, body });
    this.cardId = cardIn(saved.body, (JSON.parse(saved.body) as { next: HandedOut }).next);
  }
}
