import { describe, expect, test } from '@jest/globals';
import { statusOf } from '../status.js';
import type { CardCommand } from '../card.commands.js';
import { after } from '../testing/after.js';
import { ADMIN, ANN, called, cardAfter, INPUTS, inRound, MONDAY, ROUND } from '../testing/card-story.js';

const cancel = (orderId = 'order-1'): CardCommand => ({
  type: 'CancelOrderOfCard',
  data: { orderId, cancelledBy: ADMIN, now: MONDAY },
});
const ordered = called(ANN, INPUTS.order);

describe('a cancelled order', () => {
  test('R8: leaves the card closed for the round, once', () => {
    after(...ordered)
      .when(cancel())
      .thenEmitsLike({ type: 'CardOrderCancelled', data: { orderId: 'order-1', roundId: ROUND } });
    after(...ordered, cancel())
      .when(cancel())
      .thenNothing();
    const card = cardAfter(...ordered, cancel());
    expect(statusOf(card, ROUND, MONDAY).status).toBe('closed-round');
    expect(card.rounds[0]?.orderIds).toEqual([]);
  });

  test('that the card never took, or that a correction took off it, changes nothing', () => {
    after(...ordered)
      .when(cancel('another'))
      .thenNothing();
  });
});

describe('a renewed order', () => {
  const renew = (roundId = ROUND): CardCommand => ({
    type: 'RenewOrderOfCard',
    data: { orderId: 'renewal-1', roundId, renewedBy: ADMIN, now: MONDAY },
  });

  test('R8: closes the round as ordered, once', () => {
    after(...inRound)
      .when(renew())
      .thenEmitsLike({ type: 'CardOrderRenewed', data: { orderId: 'renewal-1', roundId: ROUND } });
    after(...inRound, renew())
      .when(renew())
      .thenNothing();
    expect(statusOf(cardAfter(...inRound, renew()), ROUND, MONDAY).status).toBe('ordered');
    expect(statusOf(cardAfter(...inRound, renew(), cancel('renewal-1')), ROUND, MONDAY).status).toBe('closed-round');
  });

  test('R6: is nothing to a card that is blocked, or not in the round', () => {
    after(...inRound)
      .when(renew('another'))
      .thenNothing();
    const bar: CardCommand = { type: 'BarCard', data: { blockId: 'b1', scope: 'workplace', now: MONDAY } };
    after(...inRound, bar)
      .when(renew())
      .thenNothing();
  });
});
