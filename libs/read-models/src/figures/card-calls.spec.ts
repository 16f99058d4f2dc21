import { describe, expect, test } from '@jest/globals';
import {
  ANN,
  called,
  correction,
  INPUTS,
  inRound,
  MONDAY,
  ROUND,
  story,
  withoutCall,
} from '#domain/card/testing/card-story';
import type { CardCommand } from '#domain/card/card.commands';
import { cardStream } from '#events/contracts/stream-names';
import { naiveFold } from '../testing/naive-fold.js';
import { everythingIn, logOf, written } from '../testing/written-log.js';
import { cardCalls } from './card-calls.projection.js';

/** The row of a card that went through this. */
async function rowAfter(...commands: readonly CardCommand[]): Promise<unknown> {
  const log = await logOf(written(cardStream('c1'), ...story(...inRound, ...commands)));
  return naiveFold(cardCalls, await everythingIn(log))['card-calls']?.[`c1|${ROUND}`];
}

const declined = { code: 'declined', reason: 'said-no' } as const;
const reopened: CardCommand = {
  type: 'ReopenCard',
  data: {
    roundId: ROUND,
    cause: 'customer-initiated',
    reopenedBy: ANN,
    actorRole: 'caller',
    reason: 'rang back',
    now: MONDAY,
  },
};

describe('the calls on a card', () => {
  test('are none while it waits to be called', async () => {
    expect(await rowAfter()).toEqual({
      key: `c1|${ROUND}`,
      roundId: ROUND,
      calls: 0,
      orders: 0,
      standing: 'open',
      outcomes: [],
    });
  });

  test('are counted with Busy, and leave the card open until one closes it', async () => {
    const busy = called(ANN, { code: 'busy' });
    expect(await rowAfter(...busy)).toMatchObject({ calls: 1, standing: 'open' });
    expect(await rowAfter(...busy, ...called(ANN, declined, { callId: 'call-2' }))).toMatchObject({
      calls: 2,
      standing: 'closed',
    });
  });

  test('leave a card open that has another number than the dead one', async () => {
    const dead = (numberId: string) => called(ANN, { code: 'dead-number', numberId }, { callId: numberId, numberId });
    expect(await rowAfter(...dead('n1'))).toMatchObject({ calls: 1, standing: 'open' });
    expect(await rowAfter(...dead('n1'), ...dead('n2'))).toMatchObject({ calls: 2, standing: 'closed' });
  });

  test('tell that the card ordered, once however often', async () => {
    const ordered = called(ANN, INPUTS.order);
    const again = { ...INPUTS.order, orderId: 'order-2', messageReference: 'mail-1', confirmsSecondOrder: true };
    expect(await rowAfter(...ordered)).toMatchObject({ calls: 1, orders: 1, standing: 'ordered' });
    expect(await rowAfter(...ordered, withoutCall(ANN, again))).toMatchObject({
      calls: 1,
      orders: 2,
      standing: 'ordered',
    });
  });

  test('open a card again that is reopened', async () => {
    expect(await rowAfter(...called(ANN, declined), reopened)).toMatchObject({ calls: 1, standing: 'open' });
  });

  test('R21: stay as many after a correction, which changes what they led to', async () => {
    const corrected = [...called(ANN, INPUTS.order), correction({ code: 'callback' })];
    expect(await rowAfter(...corrected)).toMatchObject({ calls: 1, orders: 0, standing: 'open' });
  });
});
