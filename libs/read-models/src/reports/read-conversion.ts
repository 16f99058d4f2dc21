import type { ReadStore } from '../store/read-store.js';
import type { ReportAsked } from './asked.js';
import { added, AddedUp, type Group } from './added-up.js';
import { roundOutcomes, type Result, type RoundOutcomeRow } from './round-outcomes.js';

export const CONVERSION_DIMENSIONS = ['round', 'caller', 'day', 'call', 'path'] as const;
export type ConversionDimension = (typeof CONVERSION_DIMENSIONS)[number];

export type ConversionGroup = Pick<RoundOutcomeRow, 'roundId' | 'callerId' | 'day' | 'call' | 'path'>;

export const CONVERSION_FIELD = {
  round: 'roundId',
  caller: 'callerId',
  day: 'day',
  call: 'call',
  path: 'path',
} as const satisfies Record<ConversionDimension, keyof ConversionGroup>;

export interface ConversionAsked extends ReportAsked {
  readonly call?: number;
  readonly path?: string;
}

/** What is added up. The definitions stand in conversion-definitions.ts. */
export interface Conversion {
  readonly calls: number;
  readonly orders: number;
  readonly ordersWithoutCall: number;
}

export const NO_CONVERSION: Conversion = { calls: 0, orders: 0, ordersWithoutCall: 0 };

export interface ConversionRead {
  /** In the order of the dimensions asked for. */
  readonly groups: readonly Group<Partial<ConversionGroup>, Conversion>[];
  readonly totals: Conversion;
}

const COUNTED = ['roundId', 'callerId', 'day', 'call', 'path', 'result'] as const;

type Counted = Pick<RoundOutcomeRow, (typeof COUNTED)[number]>;

/** From kept counters: a campaign is as many as its callers have days, times the paths of a day. */
export async function readConversion(
  store: ReadStore,
  asked: ConversionAsked,
  groupBy: readonly ConversionDimension[],
): Promise<ConversionRead> {
  const fields = groupBy.map((dimension) => CONVERSION_FIELD[dimension]);
  const sums = new AddedUp<Partial<ConversionGroup>, Conversion>(fields, NO_CONVERSION);
  let totals = NO_CONVERSION;
  for await (const { counted, count } of countsOf(store, asked)) {
    const measures = conversionOf(counted.result, count);
    totals = added(totals, measures);
    if (counted.result !== 'other')
      sums.add(Object.fromEntries(fields.map((field) => [field, counted[field]])), measures);
  }
  return { groups: sums.sorted(), totals };
}

function conversionOf(result: Result, count: number): Conversion {
  switch (result) {
    case 'order-by-call':
      return { calls: count, orders: count, ordersWithoutCall: 0 };
    case 'order-otherwise':
      return { ...NO_CONVERSION, ordersWithoutCall: count };
    case 'call':
      return { ...NO_CONVERSION, calls: count };
    case 'other':
      return NO_CONVERSION;
  }
}

async function* countsOf(
  store: ReadStore,
  asked: ConversionAsked,
): AsyncGenerator<{ readonly counted: Counted; readonly count: number }> {
  const caller = asked.callerId === undefined ? [] : [asked.callerId];
  for (const roundId of asked.roundIds) {
    for (const { values, count } of await store.counts(roundOutcomes, COUNTED, [roundId, ...caller])) {
      // The cast: the values of the group, in its order.
      const counted = Object.fromEntries(COUNTED.map((field, at) => [field, values[at]])) as unknown as Counted;
      if (isWithin(counted, asked)) yield { counted, count };
    }
  }
}

const isWithin = ({ day, call, path }: Counted, asked: ConversionAsked): boolean =>
  (asked.from === undefined || day >= asked.from) &&
  (asked.to === undefined || day <= asked.to) &&
  (asked.call === undefined || call === asked.call) &&
  (asked.path === undefined || path === asked.path);
