import { describe, expect, test } from '@jest/globals';
import { ANN, called, correction, INPUTS, inRound, order, story } from '#domain/card/testing/card-story';
import type { CardCommand } from '#domain/card/card.commands';
import type { CardEvent } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import type { Recorded } from '#events/store/recorded-event';
import { everythingIn, logOf, written } from '#read-models/testing/written-log';
import { historyOf } from './card-history.js';

const SOLE_TRADER = '5102171234';

async function historyAfter(...commands: readonly CardCommand[]) {
  const log = await logOf(written(cardStream('c1'), ...story(...inRound, ...commands)));
  // The cast: only a card's events were written.
  return historyOf((await everythingIn(log)) as readonly Recorded<CardEvent>[], new Map());
}

describe("a sole trader's company number, which is a personal number", () => {
  const sold = { ...INPUTS.order, order: { ...order, companyNumber: SOLE_TRADER } };

  test('is masked in an order of the history', async () => {
    const history = await historyAfter(...called(ANN, sold));
    expect(history.at(-1)).toMatchObject({ type: 'OrderTaken', data: { order: { companyNumber: '510217-****' } } });
  });

  test('is masked in an order that a correction brought', async () => {
    const history = await historyAfter(...called(ANN, INPUTS.callback), correction(sold));
    expect(JSON.stringify(history)).toContain('510217-****');
    expect(JSON.stringify(history)).not.toContain(SOLE_TRADER);
  });
});
