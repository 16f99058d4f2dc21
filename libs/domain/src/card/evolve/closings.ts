import type {
  CardOrderCancelled,
  CardOrderRenewed,
  OfferDeferred,
  OrderTaken,
  OutcomeFacts,
} from '#events/contracts/index';
import type { Card, EntryState, FinalClosing } from '../card.js';
import { withEntry, withState } from './entries.js';

type ClosedReason = Extract<EntryState, { status: 'closed-round' }>['reason'];

/** R8 */
export const closedForRound = (card: Card, { roundId, endedAt }: OutcomeFacts, reason: ClosedReason): Card =>
  withState({ ...card, lock: undefined }, roundId, { status: 'closed-round', since: endedAt, reason });

export const closedForGood = (card: Card, { roundId, endedAt }: OutcomeFacts, reason: FinalClosing['reason']): Card =>
  withState({ ...card, lock: undefined, final: { reason, since: endedAt } }, roundId, { status: 'available' });

/** R8: by date over all rounds; then it returns in the round where it was asked for. */
export const deferred = (card: Card, { roundId, endedAt, hidden }: OfferDeferred['data']): Card =>
  withState({ ...card, lock: undefined, hidden: { since: endedAt, until: hidden.at } }, roundId, {
    status: 'scheduled',
    due: hidden.at,
    because: 'callback-due',
  });

export const ordered = (card: Card, { roundId, endedAt, orderId }: OrderTaken['data']): Card =>
  withEntry({ ...card, lock: undefined, hidden: undefined }, roundId, ({ orderIds }) => ({
    state: { status: 'ordered', since: endedAt },
    orderIds: [...orderIds, orderId],
  }));

export const orderRenewed = (card: Card, { roundId, orderId, renewedAt }: CardOrderRenewed['data']): Card =>
  withEntry(card, roundId, ({ orderIds }) => ({
    state: { status: 'ordered', since: renewedAt },
    orderIds: [...orderIds, orderId],
  }));

/** The customer said no after all: closed for the round, unless another order of the round stands. */
export const orderCancelled = (card: Card, { roundId, orderId, cancelledAt }: CardOrderCancelled['data']): Card =>
  withEntry(card, roundId, ({ state, orderIds }) => {
    const standing = orderIds.filter((id) => id !== orderId);
    const isClosed = state.status === 'ordered' && standing.length === 0;
    const closed: EntryState = { status: 'closed-round', since: cancelledAt, reason: 'order-cancelled' };
    return { orderIds: standing, state: isClosed ? closed : state };
  });
