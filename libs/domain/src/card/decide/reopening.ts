import type { CardEvent } from '#events/contracts/index';
import { mustStateReason } from '../../shared/stated.js';
import type { ReopenCard } from '../card.commands.js';
import type { Card } from '../card.js';
import { CardIsFrozen, CardNeedsCare, ReopeningNeedsAdmin } from '../card.errors.js';
import { refusalByStatus } from '../serving.js';
import { hasLiveNumber, unclaimedStatusOf, type UnclaimedStatus } from '../status.js';

type Status = UnclaimedStatus['status'];
type Cause = ReopenCard['data']['cause'];

/** In these the card is open already. */
const OPEN: readonly Status[] = ['available', 'scheduled', 'locked'];
const BY_CUSTOMER: readonly Status[] = ['closed-round', 'hidden-until'];
/** States of a card: what each cause may open. R6: never what a block has closed. */
const MAY_OPEN: Readonly<Record<Cause, readonly Status[]>> = {
  'customer-initiated': BY_CUSTOMER,
  mail: BY_CUSTOMER,
  admin: [...BY_CUSTOMER, 'needs-care', 'closed-final', 'ordered'],
};

export function reopenCard({ now, actorRole, ...reopening }: ReopenCard['data'], card: Card): CardEvent[] {
  const { roundId, cause, reopenedBy } = reopening;
  if (cause === 'admin' && actorRole !== 'admin') throw new ReopeningNeedsAdmin();
  const status = unclaimedStatusOf(card, roundId, now);
  if (OPEN.includes(status.status)) return [];
  const refusal = MAY_OPEN[cause].includes(status.status) ? undefined : refusalByStatus(card, status, reopenedBy);
  if (refusal) throw refusal;
  mustStateReason(reopening.reason);
  if (card.freezes.length > 0) throw new CardIsFrozen(card.freezes);
  if (!hasLiveNumber(card)) throw new CardNeedsCare('no-live-number');
  return [{ type: 'CardReopened', data: { ...reopening, reopenedAt: now } }];
}
