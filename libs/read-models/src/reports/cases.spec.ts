import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseEvent, CaseKind, Instant } from '#events/contracts/index';
import { caseStream } from '#events/contracts/stream-names';
import { cases } from '../cases/cases.projection.js';
import { viewsOfLog } from '../testing/views-of-log.js';
import { written, type Written } from '../testing/written-log.js';
import { listCases, type CasesListed } from './list-behind.js';
import { LIST_START } from './listed.js';
import { NO_CASES, readCases, type CaseDimension, type CasesAsked, type CasesRead } from './read-cases.js';

/** A Tuesday morning: Monday's 08:00 is ten office hours ago. */
const NOW = '2026-11-24T08:00:00.000Z';
const HALF_AN_HOUR_AGO = '2026-11-24T07:30:00.000Z';
const AN_HOUR_AGO = '2026-11-24T07:00:00.000Z';
const MONDAY_MORNING = '2026-11-23T07:00:00.000Z';
const TWO_WEEKS_AGO = '2026-11-10T07:00:00.000Z';

interface Past {
  readonly raisedAt: Instant;
  readonly kind?: CaseKind;
  readonly became?: 'taken' | 'done';
}

function pastOf({ raisedAt, kind = 'ceased', became }: Past, at: number): Written[] {
  const raised: CaseEvent = {
    type: 'CaseRaised',
    data: { kind, urgent: true, subject: { cardId: `card-${at}` }, sourceEventId: 'e', raisedBy: 'ann', raisedAt },
  };
  const later: Readonly<Record<NonNullable<Past['became']>, CaseEvent>> = {
    taken: { type: 'CaseTaken', data: { takenBy: 'ada', takenAt: NOW } },
    done: { type: 'CaseResolved', data: { effect: 'other', comment: 'rang', resolvedBy: 'ada', resolvedAt: NOW } },
  };
  return written(caseStream(`c${at}`), raised, ...(became ? [later[became]] : []));
}

const viewsOf = (pasts: readonly Past[]) => viewsOfLog([cases], pasts.flatMap(pastOf));

const reported = async (
  pasts: readonly Past[],
  groupBy: readonly CaseDimension[] = [],
  asked: Partial<CasesAsked> = {},
): Promise<CasesRead> => readCases(await viewsOf(pasts), { now: NOW, ...asked }, groupBy);

const PASTS: readonly Past[] = [
  { raisedAt: HALF_AN_HOUR_AGO },
  { raisedAt: AN_HOUR_AGO, kind: 'mail-failed' },
  { raisedAt: MONDAY_MORNING, became: 'taken' },
  { raisedAt: TWO_WEEKS_AGO },
  { raisedAt: TWO_WEEKS_AGO, became: 'done' },
];

describe('the report of cases', () => {
  test('tells open ones by their age in office hours, and how many are taken and done', async () => {
    expect((await reported(PASTS)).totals).toEqual({
      raised: 5,
      open: 4,
      openUnderHour: 1,
      openUnderDay: 1,
      openUnderWeek: 1,
      openOlder: 1,
      taken: 1,
      done: 1,
    });
  });

  test('ages by office hours only: a weekend makes nothing older', async () => {
    const friday = [{ raisedAt: '2026-11-27T15:30:00.000Z' }];
    const at = async (now: Instant) => (await reported(friday, [], { now })).totals;
    expect(await at('2026-11-30T07:29:00.000Z')).toMatchObject({ openUnderHour: 1 });
    expect(await at('2026-11-30T07:30:00.000Z')).toMatchObject({ openUnderDay: 1 });
  });

  test('counts by kind and by the day of their raising', async () => {
    const { groups } = await reported(PASTS, ['kind', 'day']);
    expect(groups.map(({ group, measures: { raised, open } }) => [group.kind, group.day, raised, open])).toEqual([
      ['ceased', '2026-11-10', 2, 1],
      ['ceased', '2026-11-23', 1, 1],
      ['ceased', '2026-11-24', 1, 1],
      ['mail-failed', '2026-11-24', 1, 1],
    ]);
    const raisedOf = async (asked: Partial<CasesAsked>) => (await reported(PASTS, [], asked)).totals.raised;
    expect(await raisedOf({ kind: 'mail-failed' })).toBe(1);
    expect(await raisedOf({ to: '2026-11-10' })).toBe(2);
    expect(await raisedOf({ from: '2026-11-11', to: '2026-11-23' })).toBe(1);
    expect((await reported([])).totals).toEqual(NO_CASES);
  });

  test('lists the cases behind it, of one status or age where that is asked for', async () => {
    const views = await viewsOf(PASTS);
    const keys = async (asked: Partial<CasesListed>) =>
      (await listCases(views, { now: NOW, ...asked }, { after: LIST_START, limit: 50 })).rows.map(({ key }) => key);
    expect(await keys({ kind: 'ceased' })).toEqual(['c3', 'c0', 'c2', 'c4']);
    expect(await keys({ status: 'done' })).toEqual(['c4']);
    expect(await keys({ age: 'older' })).toEqual(['c3']);
    expect(await keys({ age: 'under-day' })).toEqual(['c1']);
  });

  test('adds up, and equals what is listed, whatever was raised', async () => {
    const past: fc.Arbitrary<Past> = fc.record({
      raisedAt: fc.constantFrom(...PASTS.map(({ raisedAt }) => raisedAt)),
      kind: fc.constantFrom<CaseKind>('ceased', 'mail-failed', 'other'),
      became: fc.constantFrom(undefined, 'taken' as const, 'done' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(past, { maxLength: 15 }), async (pasts) => {
        const views = await viewsOf(pasts);
        const { groups, totals } = await reported(pasts, ['kind']);
        expect(totals.raised).toBe(pasts.length);
        for (const { group, measures } of groups) {
          const { raised, open, done, openUnderHour, openUnderDay, openUnderWeek, openOlder } = measures;
          expect(open + done).toBe(raised);
          expect(openUnderHour + openUnderDay + openUnderWeek + openOlder).toBe(open);
          const asked = { now: NOW, ...(group.kind && { kind: group.kind }) };
          expect((await listCases(views, asked, { after: LIST_START, limit: 50 })).rows).toHaveLength(raised);
        }
      }),
      { numRuns: 30 },
    );
  });
});
