import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CardCommand } from '#domain/card/card.commands';
import { codeOf, isOutcome } from '#domain/card/outcome-codes';
import {
  ANN,
  at,
  BO,
  called,
  correction,
  INPUTS,
  inRound,
  ROUND,
  OTHER_ROUND,
  story,
  withoutCall,
} from '#domain/card/testing/card-story';
import type { OutcomeInput } from '#domain/card/outcome-input';
import { cardStream } from '#events/contracts/stream-names';
import { cardCalls } from '../figures/card-calls.projection.js';
import { randomLog } from '../testing/random-log.js';
import { viewsOfLog } from '../testing/views-of-log.js';
import { written, type Written } from '../testing/written-log.js';
import { pathOf } from './outcome-path.js';
import { readConversion, type ConversionAsked, type ConversionDimension } from './read-conversion.js';

const logOfCards = (...cards: readonly (readonly CardCommand[])[]): readonly Written[] =>
  cards.flatMap((commands, card) => written(cardStream(`c${card}`), ...story(...inRound, ...commands)));

const converted = async (
  log: readonly Written[],
  groupBy: readonly ConversionDimension[] = [],
  asked: Partial<ConversionAsked> = {},
) => readConversion(await viewsOfLog([cardCalls], log), { roundIds: [ROUND], ...asked }, groupBy);

/** One call after the other, two days apart (R9), each with its outcome. */
const calls = (...outcomes: readonly OutcomeInput[]): CardCommand[] =>
  outcomes.flatMap((outcome, index) =>
    called(ANN, outcome, { callId: `call-${index + 1}`, now: at(`2026-11-${23 + 2 * index}T10:00`) }),
  );

const { 'no-answer': noAnswer, busy, callback, declined, order } = INPUTS;

describe('conversion', () => {
  const log = logOfCards(
    calls(order),
    calls(declined),
    calls(noAnswer, callback, order),
    calls(noAnswer, callback, declined),
    calls(noAnswer, order),
    calls(busy, noAnswer),
  );

  test('per call on the card: how many were made, and how many of them led to an order', async () => {
    const { groups, totals } = await converted(log, ['call']);
    expect(groups).toEqual([
      { group: { call: 1 }, measures: { calls: 6, orders: 1, ordersWithoutCall: 0 } },
      { group: { call: 2 }, measures: { calls: 4, orders: 1, ordersWithoutCall: 0 } },
      { group: { call: 3 }, measures: { calls: 2, orders: 1, ordersWithoutCall: 0 } },
    ]);
    expect(totals).toEqual({ calls: 12, orders: 3, ordersWithoutCall: 0 });
  });

  test('per path: the outcomes that came before on the card', async () => {
    const { groups } = await converted(log, ['path']);
    expect(groups.map(({ group, measures }) => [group.path, measures.calls, measures.orders])).toEqual([
      ['busy', 1, 0],
      ['no-answer', 3, 1],
      ['no-answer,callback', 2, 1],
      ['none', 6, 1],
    ]);
    expect((await converted(log, [], { path: 'no-answer,callback' })).totals).toMatchObject({ calls: 2, orders: 1 });
  });

  test('tells a long path by its last five outcomes', () => {
    expect(pathOf([])).toBe('none');
    expect(pathOf(['busy', 'busy', 'busy', 'busy', 'callback'])).toBe('busy,busy,busy,busy,callback');
    expect(pathOf(['declined', 'busy', 'busy', 'busy', 'busy', 'callback'])).toBe(
      'earlier,busy,busy,busy,busy,callback',
    );
  });

  test('R1: keeps an order without a call apart from what calls led to', async () => {
    const byMail = withoutCall(ANN, { ...order, messageReference: 'mail-1' });
    const mailed = logOfCards([...calls(noAnswer), byMail], [withoutCall(ANN, declined)]);
    expect(await converted(mailed, ['path'])).toEqual({
      groups: [
        { group: { path: 'no-answer' }, measures: { calls: 0, orders: 0, ordersWithoutCall: 1 } },
        { group: { path: 'none' }, measures: { calls: 1, orders: 0, ordersWithoutCall: 0 } },
      ],
      totals: { calls: 1, orders: 0, ordersWithoutCall: 1 },
    });
  });

  test('R21: counts the outcome that stands', async () => {
    const corrected = logOfCards([...calls(order), correction(callback)]);
    expect((await converted(corrected)).totals).toEqual({ calls: 1, orders: 0, ordersWithoutCall: 0 });
  });

  test('is asked of a caller and of days; a call is of the one who made it', async () => {
    const monday = { callId: 'a1', now: at('2026-11-23T10:00') };
    const tuesday = { callId: 'b1', now: at('2026-11-24T10:00') };
    const both = logOfCards([...called(ANN, noAnswer, monday), ...called(BO, order, tuesday)]);
    expect((await converted(both, ['path'], { callerId: BO })).groups).toEqual([
      { group: { path: 'no-answer' }, measures: { calls: 1, orders: 1, ordersWithoutCall: 0 } },
    ]);
    expect((await converted(both, [], { from: '2026-11-24' })).totals).toMatchObject({ calls: 1, orders: 1 });
    expect((await converted(both, [], { to: '2026-11-23' })).totals).toMatchObject({ calls: 1, orders: 0 });
  });
});

interface Told {
  readonly id: string;
  readonly code: string;
  readonly byCall: boolean;
}

/** From the raw events, one card and round at a time: path and result of every outcome that stands. */
function toldBy(log: readonly Written[]): readonly string[] {
  const cards = new Map<string, Told[]>();
  for (const { streamId, event } of log) {
    const outcome = event.type === 'OutcomeCorrected' ? event.data.replacement : event;
    if (!isOutcome(outcome)) continue;
    const { roundId, outcomeId: id, cause } = outcome.data;
    const key = `${streamId} ${roundId}`;
    const gone = event.type === 'OutcomeCorrected' ? event.data.correctedOutcomeId : '';
    const before = (cards.get(key) ?? []).filter((one) => one.id !== gone);
    cards.set(key, [...before, { id, code: codeOf(outcome.type), byCall: cause === 'call' }]);
  }
  return [...cards.values()].flatMap((told) =>
    told.map(({ code, byCall }, index) => {
      const path = told.slice(0, index).map((one) => one.code);
      const shown = path.length > 5 ? ['earlier', ...path.slice(-5)] : path;
      const call = told.slice(0, index + 1).filter((one) => one.byCall).length;
      return `${call} ${shown.join(',') || 'none'} ${byCall ? 'call' : 'other'} ${code === 'order' ? 'order' : 'no'}`;
    }),
  );
}

test('conversion equals what the raw events tell, for every call and path', async () => {
  await fc.assert(
    fc.asyncProperty(randomLog, async (log) => {
      const { groups } = await converted(log, ['call', 'path'], { roundIds: [ROUND, OTHER_ROUND] });
      const told = toldBy(log);
      const countOf = (ending: string) => told.filter((one) => one === ending).length;
      const expected = [...new Set(told.map((one) => one.split(' ').slice(0, 2).join(' ')))].flatMap((place) => {
        const orders = countOf(`${place} call order`);
        const calls = orders + countOf(`${place} call no`);
        const ordersWithoutCall = countOf(`${place} other order`);
        return calls + ordersWithoutCall > 0 ? [`${place} ${calls} ${orders} ${ordersWithoutCall}`] : [];
      });
      const shown = groups.map(
        ({ group: { call, path }, measures: { calls, orders, ordersWithoutCall } }) =>
          `${call} ${path} ${calls} ${orders} ${ordersWithoutCall}`,
      );
      expect(shown.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 60 },
  );
});
