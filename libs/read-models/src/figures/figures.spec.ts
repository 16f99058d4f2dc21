import { describe, expect, test } from '@jest/globals';
import {
  ANN,
  at,
  called,
  claim,
  correction,
  inRound,
  order,
  outcome,
  ROUND,
  startCall,
  story,
  withoutCall,
} from '#domain/card/testing/card-story';
import type { CardCommand } from '#domain/card/card.commands';
import type { Instant } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import { everythingIn, logOf, written } from '../testing/written-log.js';
import { naiveFold } from '../testing/naive-fold.js';
import { measureDefinitions } from './figure-definitions.js';
import { NO_MEASURES, type FigureRow } from './figure-row.js';
import { figures } from './figures.projection.js';

/** The rows that the stories of cards lead to. */
async function rowsAfter(...cards: readonly (readonly CardCommand[])[]): Promise<readonly FigureRow[]> {
  const events = cards.flatMap((commands, card) => written(cardStream(`c${card}`), ...story(...inRound, ...commands)));
  const { figures: rows } = naiveFold(figures, await everythingIn(await logOf(events)));
  // The cast: rows of the view, as it folded them.
  return Object.values(rows ?? {}) as unknown as readonly FigureRow[];
}

const outcomes = (rows: readonly FigureRow[]) => rows.filter((row) => row.outcome !== 'call-started');

const worth = (totalOre: number) =>
  ({
    code: 'order',
    orderId: 'order-1',
    order: { ...order, totalOre },
    confirmedWarnings: [],
    readBack: 'read aloud',
    language: 'sv',
  }) as const;

const begun = at('2026-11-23T10:00');
const ended = at('2026-11-23T10:03');

describe('figures', () => {
  test('add up what callers reported, by round, day, caller, outcome, attempt and cause', async () => {
    const talked = (callId: string) => [
      claim(ANN, { now: begun }),
      startCall(ANN, { callId, now: begun }),
      outcome(ANN, { code: 'callback' }, { callId, talkSeconds: 40, now: ended }),
    ];
    expect(outcomes(await rowsAfter(talked('call-a'), talked('call-b')))).toEqual([
      {
        key: `${ROUND}|2026-11-23|${ANN}|callback|1|call`,
        roundId: ROUND,
        day: '2026-11-23',
        callerId: ANN,
        outcome: 'callback',
        attempt: 1,
        cause: 'call',
        orderValues: {},
        measures: {
          ...NO_MEASURES,
          outcomes: 2,
          calls: 2,
          contacts: 2,
          attempts: 2,
          talkSeconds: 80,
          handlingMs: 360_000,
        },
      },
    ]);
  });

  test('count a call that was begun although it has no outcome yet', async () => {
    const rows = await rowsAfter([claim(ANN), startCall(ANN)]);
    expect(rows).toMatchObject([{ outcome: 'call-started', measures: { ...NO_MEASURES, callsStarted: 1 } }]);
  });

  test('put an outcome on the day that the clock on a Swedish wall shows', async () => {
    const declinedAt = (now: Instant) => [withoutCall(ANN, { code: 'declined', reason: 'said-no' }, { now })];
    const rows = await rowsAfter(declinedAt('2026-11-24T22:59:00.000Z'), declinedAt('2026-11-24T23:01:00.000Z'));
    expect(outcomes(rows).map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-25']);
  });

  test('R5: Busy is a call and no attempt', async () => {
    const [row] = outcomes(await rowsAfter(called(ANN, { code: 'busy' })));
    expect(row).toMatchObject({ attempt: 0, measures: { calls: 1, attempts: 0, contacts: 0 } });
  });

  test('R1: an outcome without a call is no call and no contact', async () => {
    const byMail = withoutCall(ANN, { code: 'declined', reason: 'said-no' });
    const [row] = outcomes(await rowsAfter([byMail]));
    expect(row?.measures).toEqual({ ...NO_MEASURES, outcomes: 1 });
    expect(row?.cause).toBe(byMail.data.cause);
  });

  test('R12: orders are counted with their totals ex VAT in öre', async () => {
    const rows = await rowsAfter(called(ANN, worth(120_000)), called(ANN, { ...worth(240_000), orderId: 'o2' }));
    expect(outcomes(rows)[0]?.measures).toMatchObject({ orders: 2, orderValueOre: 360_000, decisionMakers: 2 });
  });

  test('R21: a correction moves the count from the old outcome to its replacement', async () => {
    const rows = outcomes(
      await rowsAfter([...called(ANN, { code: 'callback' }), correction({ code: 'declined', reason: 'said-no' })]),
    );
    expect(rows).toMatchObject([
      { outcome: 'declined', measures: { outcomes: 1, calls: 1, contacts: 1, attempts: 0 } },
    ]);
  });

  test('R21: an order that is corrected takes its own value with it and leaves that of the others', async () => {
    const others = called(ANN, worth(50_000), { callId: 'call-2' });
    const wrong = [...called(ANN, worth(120_000)), correction({ code: 'declined', reason: 'said-no' })];
    const rows = outcomes(await rowsAfter(others, wrong));
    expect(rows.map((row) => [row.outcome, row.measures.orders, row.measures.orderValueOre])).toEqual([
      ['order', 1, 50_000],
      ['declined', 0, 0],
    ]);
  });

  test('R21: an order corrected into another order is worth the new total', async () => {
    const rows = outcomes(await rowsAfter([...called(ANN, worth(120_000)), correction(worth(90_000))]));
    expect(rows).toMatchObject([{ outcome: 'order', measures: { outcomes: 1, orders: 1, orderValueOre: 90_000 } }]);
  });

  test('have a written definition for every number', () => {
    const { handlingMs: _, ...measures } = { ...NO_MEASURES, handlingSeconds: 0 };
    expect(measureDefinitions.map(({ column }) => column).sort()).toEqual(Object.keys(measures).sort());
    expect(measureDefinitions.filter(({ sv, en }) => !sv.meaning || !en.meaning)).toEqual([]);
  });
});
