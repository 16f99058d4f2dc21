import type { AgreedOrder } from '../../order/accept-order-form.js';
import type { OrderEvent, OrderForm } from '#events/contracts/index';
import { order as form } from '../../card/testing/card-story.js';

export const TAKEN = '2026-11-23T09:00:00.000Z';
export const REGRET_UNTIL = '2026-11-23T09:10:00.000Z';
export const INSIDE = '2026-11-23T09:05:00.000Z';
export const AFTER = '2026-11-23T09:20:00.000Z';
export const ANN = 'ann';
export const ADA = 'ada';

export const aForm = (changes: Partial<OrderForm> = {}): OrderForm => ({
  ...form,
  email: 'anna@skolan.example',
  ...changes,
});

export const agreed = (changes: Partial<OrderForm> = {}): AgreedOrder => ({
  order: aForm(changes),
  readBack: 'read aloud',
  language: 'sv',
  confirmedWarnings: [],
});

export const registered = (changes: Partial<OrderForm> = {}): OrderEvent => ({
  type: 'OrderRegistered',
  data: {
    cardId: 'card-1',
    campaignId: 'campaign-1',
    roundId: 'round-1',
    callerId: ANN,
    outcomeId: 'call-1',
    attempt: 1,
    channel: 'call',
    ...agreed(changes),
    takenAt: TAKEN,
    regretUntil: REGRET_UNTIL,
  },
});

export const cancelled: OrderEvent = {
  type: 'OrderCancelled',
  data: { cause: 'regret', cancelledBy: ANN, reason: 'regretted', cancelledAt: INSIDE },
};
