import { expect, test } from '@jest/globals';
import { bpicFigures } from './engine-figures.js';

const measures = (calls: number, handlingSeconds: number) => ({ calls, handlingSeconds, orders: 0, talkSeconds: 0 });

test("the engine's reports are read in the terms of the file", () => {
  const rest = { totals: measures(3, 90), cards: 3, callsPerCard: [] };
  const perCard = (calls: number, cards: number) => ({ calls, cards, closed: 0, ordered: 0 });
  const figures = bpicFigures(
    {
      byOutcome: {
        ...rest,
        callsPerCard: [perCard(0, 1), perCard(1, 1), perCard(2, 1)],
        rows: [
          { outcome: 'callback', ...measures(2, 60) },
          { outcome: 'no-answer', ...measures(1, 30) },
          { outcome: 'call-started', ...measures(0, 0) },
        ],
      },
      byCaller: { ...rest, rows: [{ callerId: 'account-1', ...measures(3, 90) }] },
      byCallerAndDay: { ...rest, rows: [{ callerId: 'account-1', day: '2016-08-05', ...measures(3, 90) }] },
    },
    new Map([['account-1', 'User_5']]),
  );
  expect(figures).toEqual({
    calls: 3,
    calledCases: 2,
    handlingSeconds: 90,
    byActivity: new Map([
      ['W_Call after offers', 2],
      ['W_Call incomplete files', 1],
    ]),
    byUser: new Map([['User_5', 3]]),
    byCallsOnCase: new Map([
      ['1', 1],
      ['2', 1],
    ]),
    callsByUserAndDay: new Map([['User_5 2016-08-05', 3]]),
    secondsByUserAndDay: new Map([['User_5 2016-08-05', 90]]),
  });
});
