import type { DeskCall } from './bpic-file.js';

/** bpic2017_w.truth.json, as far as the engine's reports can tell it. */
export interface BpicTruth {
  readonly call_starts: number;
  readonly by_activity: Readonly<Record<string, number>>;
  readonly by_resource: Readonly<Record<string, number>>;
  /** Number of calls on a case → cases. */
  readonly attempts_hist: Readonly<Record<string, number>>;
  readonly called_cases: number;
  readonly paired_seconds: number;
}

export interface BpicFigures {
  readonly calls: number;
  readonly calledCases: number;
  readonly handlingSeconds: number;
  readonly byActivity: ReadonlyMap<string, number>;
  readonly byUser: ReadonlyMap<string, number>;
  readonly byCallsOnCase: ReadonlyMap<string, number>;
  /** `user date` → calls, seconds. */
  readonly callsByUserAndDay: ReadonlyMap<string, number>;
  readonly secondsByUserAndDay: ReadonlyMap<string, number>;
}

const counts = (record: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(record));

const seconds = (call: DeskCall): number => (call.endedMs - call.startedMs) / 1000;

/** The file is written in +03:00 all through; its days begin and end there. */
const FILE_OFFSET_MS = 3 * 3_600_000;
const dayOf = (ms: number): string => new Date(ms + FILE_OFFSET_MS).toISOString().slice(0, 10);

export const userDay = (user: string, date: string): string => `${user} ${date}`;

function summed(calls: readonly DeskCall[], value: (call: DeskCall) => number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const call of calls) {
    const key = userDay(call.user, dayOf(call.startedMs));
    sums.set(key, (sums.get(key) ?? 0) + value(call));
  }
  return sums;
}

/** The truth file knows totals; what each user did each day is counted from the calls. */
export const deskFigures = (truth: BpicTruth, calls: readonly DeskCall[]): BpicFigures => ({
  calls: truth.call_starts,
  calledCases: truth.called_cases,
  handlingSeconds: truth.paired_seconds,
  byActivity: counts(truth.by_activity),
  byUser: counts(truth.by_resource),
  byCallsOnCase: counts(truth.attempts_hist),
  callsByUserAndDay: summed(calls, () => 1),
  secondsByUserAndDay: summed(calls, seconds),
});
