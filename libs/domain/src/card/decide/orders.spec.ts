import { describe, expect, test } from '@jest/globals';
import { statusOf } from '../status.js';
import type { CardCommand } from '../card.commands.js';
import { after } from '../testing/after.js';
import { ADMIN, ANN, called, cardAfter, INPUTS, MONDAY, ROUND } from '../testing/card-story.js';

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
