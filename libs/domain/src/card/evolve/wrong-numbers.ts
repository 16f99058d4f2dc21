import type { NumberFoundDead, OutcomeFacts, RecentCallReported } from '#events/contracts/index';
import type { Card, CareNeed } from '../card.js';
import { withState } from './entries.js';

/** A card without a live number needs care; `statusOf` sees that from the numbers. */
export function numberFoundDead(card: Card, { roundId, deadNumberId, due }: NumberFoundDead['data']): Card {
  const numbers = card.numbers.map((known) => (known.numberId === deadNumberId ? { ...known, dead: true } : known));
  return withState(
    { ...card, lock: undefined, numbers },
    roundId,
    due ? { status: 'scheduled', due: due.at, because: 'retry-due' } : { status: 'available' },
  );
}

export const needingCare = (card: Card, { roundId, endedAt }: OutcomeFacts, reason: CareNeed['reason']): Card =>
  withState({ ...card, lock: undefined, care: { reason, since: endedAt } }, roundId, { status: 'available' });

/** Frozen until admin decides; cured, it stays hidden until its rest of 90 days is over, unless admin reopens it. */
export function recentlyCalled(card: Card, data: RecentCallReported['data']): Card {
  const frozen = needingCare(card, data, 'recently-called');
  return data.due ? { ...frozen, hidden: { since: data.endedAt, until: data.due.at } } : frozen;
}
