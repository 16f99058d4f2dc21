import { isOutcome } from '#domain/card/outcome-codes';
import type { AterkomEvent, OutcomeCorrected, OutcomeEvent } from '#events/contracts/index';
import { defineProjection, type Fold } from '../store/define-projection.js';
import { countedOutcome, countedStart, kindOf, recordedOutcome, valueOf, type Counted } from './counted.js';
import { added, figureKey, NO_MEASURES, subtracted, type FigureRow } from './figure-row.js';

const keyOf = (event: OutcomeEvent): string => figureKey(kindOf(recordedOutcome(event)));

/** R21: a correction moves the count from the row of the old outcome to that of its replacement. */
function keysOf(event: AterkomEvent): readonly string[] {
  if (isOutcome(event)) return [keyOf(event)];
  if (event.type === 'CallStarted') return [figureKey(countedStart(event.data).kind)];
  if (event.type !== 'OutcomeCorrected') return [];
  const { was, replacement } = event.data;
  return [...new Set([figureKey(kindOf(was)), keyOf(replacement)])];
}

const withMore = (row: FigureRow | undefined, { kind, measures }: Counted, key: string): FigureRow => ({
  orderValues: {},
  ...row,
  ...kind,
  key,
  measures: added(row?.measures ?? NO_MEASURES, measures),
});

function withOutcome(row: FigureRow | undefined, event: OutcomeEvent, key: string): FigureRow {
  const value = valueOf(event);
  const more = withMore(row, countedOutcome(recordedOutcome(event), value), key);
  if (event.type !== 'OrderTaken') return more;
  return { ...more, orderValues: { ...more.orderValues, [event.data.outcomeId]: value } };
}

function withoutOutcome(
  row: FigureRow | undefined,
  was: OutcomeCorrected['data']['was'],
  key: string,
): FigureRow | undefined {
  if (!row || key !== figureKey(kindOf(was))) return row;
  const { [was.outcomeId]: value = 0, ...orderValues } = row.orderValues;
  const measures = subtracted(row.measures, countedOutcome(was, value).measures);
  return { ...row, orderValues, measures };
}

/** A row that counts nothing any more is not kept. */
function corrected(
  row: FigureRow | undefined,
  { was, replacement }: OutcomeCorrected['data'],
  key: string,
): FigureRow | undefined {
  const less = withoutOutcome(row, was, key);
  const all = key === keyOf(replacement) ? withOutcome(less, replacement, key) : less;
  return all && all.measures.outcomes > 0 ? all : undefined;
}

const outcome: Fold<FigureRow, OutcomeEvent['type']> = (row, event, key) => withOutcome(row, event, key);

/** What came of the calls, added up by round, day, caller, outcome, attempt and cause. */
export const figures = defineProjection<FigureRow>({
  name: 'figures',
  version: 1, // raise it to rebuild beside the live one
  keysOf,
  indexes: [
    { name: 'of-round', fields: ['roundId', 'day'] },
    { name: 'of-caller', fields: ['callerId', 'day'] },
    { name: 'of-day', fields: ['day'] },
  ],
  counts: [],
  on: {
    CallStarted: (row, { data }, key) => withMore(row, countedStart(data), key),
    CallbackScheduled: outcome,
    PriorityCallbackPromised: outcome,
    CallUnanswered: outcome,
    LineBusy: outcome,
    OfferDeclined: outcome,
    OfferDeferred: outcome,
    NumberFoundDead: outcome,
    PrivatePersonFound: outcome,
    ContactFoundUnauthorised: outcome,
    ReferredToHeadOffice: outcome,
    RecentCallReported: outcome,
    CompanyReportedCeased: outcome,
    NoMoreCallsRequested: outcome,
    OrderTaken: outcome,
    OutcomeCorrected: (row, { data }, key) => corrected(row, data, key),
  },
});
