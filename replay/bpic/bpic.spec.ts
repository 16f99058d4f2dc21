import { beforeAll, expect, test } from '@jest/globals';
import { localOf } from '#domain/shared/stockholm-time';
import { describeWithSharedData } from '../../test/support/shared-data.js';
import { readTruth } from '../data/read-truth.js';
import { readBpicFile, type DeskCall } from './bpic-file.js';
import { deskFigures, userDay, type BpicTruth } from './bpic-truth.js';

function tally<T>(things: readonly T[], key: (thing: T) => string | number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const thing of things) counts[key(thing)] = (counts[key(thing)] ?? 0) + 1;
  return counts;
}

/** Megabytes of text on a machine that may be busy. */
const READING_MS = 60_000;

describeWithSharedData('the loan desk', 'bpic2017_w_events.csv.gz', (file) => {
  let calls: readonly DeskCall[];

  beforeAll(async () => {
    calls = await readBpicFile(file);
  }, READING_MS);

  test('its calls add up to the truth beside it', async () => {
    const onCase = Object.values(tally(calls, ({ caseId }) => caseId));
    const { events: _, ...truth } = await readTruth<BpicTruth & { readonly events: number }>(file);
    expect(truth).toMatchObject({
      call_starts: calls.length,
      by_activity: tally(calls, ({ activity }) => activity),
      by_resource: tally(calls, ({ user }) => user),
      called_cases: onCase.length,
      attempts_hist: tally(onCase, (count) => count),
      paired_seconds: calls.reduce((total, { startedMs, endedMs }) => total + (endedMs - startedMs) / 1000, 0),
    });
  });

  test('a call falls on the same day in the zone of the file as in Stockholm', async () => {
    const { callsByUserAndDay } = deskFigures(await readTruth<BpicTruth>(file), calls);
    const inStockholm = tally(calls, ({ user, startedMs }) =>
      userDay(user, localOf(new Date(startedMs).toISOString()).date),
    );
    expect(Object.fromEntries(callsByUserAndDay)).toEqual(inStockholm);
  });

  test('calls come in the order of their starts and never run twice at once on one case', () => {
    const starts = calls.map(({ startedMs }) => startedMs);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const busyUntil = new Map<string, number>();
    const clashes = calls.filter(({ caseId, startedMs, endedMs }) => {
      const clash = (busyUntil.get(caseId) ?? 0) > startedMs;
      busyUntil.set(caseId, endedMs);
      return clash;
    });
    expect(clashes).toEqual([]);
  });
});
