import { describe, expect, test } from '@jest/globals';
import { ReasonMissing } from '../../../shared/stated.js';
import type { CardCommand } from '../../card.commands.js';
import { AttemptsAreUsedUp, ExhaustedTooEarly } from '../../outcome.errors.js';
import type { OutcomeInput } from '../../outcome-input.js';
import { after } from '../../testing/after.js';
import {
  ANN,
  at,
  bySearch,
  called,
  cardAfter,
  enterOtherRound,
  INPUTS,
  LEAD,
  MONDAY,
  OTHER_ROUND,
  outcome,
  ROUND,
  settings,
  startCall,
  withoutCall,
} from '../../testing/card-story.js';

const EXHAUSTED = { code: 'declined', reason: 'exhausted' } as const;

/** One call a weekday from Monday on, so that no rest stands between them. */
const calls = (...outcomes: readonly OutcomeInput[]): CardCommand[] =>
  outcomes.flatMap((of, day) => called(ANN, of, { callId: `call-${day}`, now: dayAt(day) }));
const dayAt = (day: number): string => at(`2026-11-${23 + (day % 5)}T${day < 5 ? '10' : '15'}:00`);
const times = (count: number, of: OutcomeInput): OutcomeInput[] => Array.from({ length: count }, () => of);
const entryAfter = (...outcomes: readonly OutcomeInput[]) => cardAfter(...calls(...outcomes)).rounds[0];

/** The card with so many attempts behind it, in one more call. */
const inCallAfter = (attempts: number, ...more: readonly CardCommand[]) =>
  after(...calls(...times(attempts, INPUTS['no-answer'])), ...more, bySearch(ANN, LATER), startCall(ANN, last));
const LATER = at('2026-12-07T10:00');
const last = { callId: 'last', now: LATER };

const allow = (reason = 'promised to be in'): CardCommand => ({
  type: 'AllowFurtherAttempt',
  data: { roundId: ROUND, allowedBy: LEAD, reason, settings, now: MONDAY },
});

describe('R5: attempts', () => {
  test.each(['callback', 'priority-callback', 'no-answer'] as const)('R5: %s counts', (code) => {
    expect(entryAfter(INPUTS[code])?.attempts).toBe(1);
  });

  test.each(['declined', 'busy', 'dead-number', 'unauthorised-contact', 'order'] as const)(
    'R5: %s does not count',
    (code) => {
      expect(entryAfter(INPUTS[code])?.attempts).toBe(0);
    },
  );

  test('R5: the 5th busy tone in a row counts as one attempt, the 10th as another', () => {
    expect(entryAfter(...times(4, INPUTS.busy))?.attempts).toBe(0);
    expect(entryAfter(...times(5, INPUTS.busy))?.attempts).toBe(1);
    expect(entryAfter(...times(6, INPUTS.busy))?.attempts).toBe(1);
    expect(entryAfter(...times(10, INPUTS.busy))?.attempts).toBe(2);
  });

  test('R5: any other outcome breaks the row', () => {
    const entry = entryAfter(...times(4, INPUTS.busy), INPUTS['no-answer'], ...times(4, INPUTS.busy));
    expect(entry).toMatchObject({ attempts: 1, busyInARow: 4 });
  });

  test('R5: each round counts for itself', () => {
    const inOther = called(ANN, INPUTS['no-answer'], { roundId: OTHER_ROUND, callId: 'other' });
    const { rounds } = cardAfter(enterOtherRound, ...calls(INPUTS['no-answer'], INPUTS['no-answer']), ...inOther);
    expect(rounds.map(({ attempts }) => attempts)).toEqual([2, 1]);
  });

  test('R5: what no call led to is no attempt', () => {
    after()
      .when(withoutCall(ANN, INPUTS.callback, { cause: 'customer-initiated' }))
      .thenEmitsLike({ type: 'CallbackScheduled', data: { attempt: 0, countsAsAttempt: false } });
  });
});

describe('R5: declined as exhausted', () => {
  test('R5: is open from the 3rd attempt, the call at hand included', () => {
    inCallAfter(1)
      .when(outcome(ANN, EXHAUSTED, last))
      .thenRejects(ExhaustedTooEarly, { attempt: 2, fromAttempt: 3 });
    inCallAfter(2)
      .when(outcome(ANN, EXHAUSTED, last))
      .thenEmitsLike({ type: 'OfferDeclined', data: { reason: 'exhausted' } });
  });

  test('R5: without a call three attempts must lie behind', () => {
    const closing = withoutCall(LEAD, EXHAUSTED, { cause: 'admin', now: LATER });
    const twice = calls(...times(2, INPUTS['no-answer']));
    after(...twice)
      .when(closing)
      .thenRejects(ExhaustedTooEarly, { attempt: 2 });
    after(...calls(...times(3, INPUTS['no-answer'])))
      .when(closing)
      .thenEmitsLike({ type: 'OfferDeclined' });
  });
});

describe('R5: the cap', () => {
  const promise = { ...INPUTS['priority-callback'], dueAt: at('2026-12-08T10:00') };

  test.each([
    ['CallbackScheduled', INPUTS.callback],
    ['PriorityCallbackPromised', promise],
    ['CallUnanswered', INPUTS['no-answer']],
  ] as const)('R5: %s is taken as the 4th attempt and refused as the 5th', (type, of) => {
    inCallAfter(3)
      .when(outcome(ANN, of, last))
      .thenEmitsLike({ type, data: { attempt: 4 } });
    inCallAfter(4)
      .when(outcome(ANN, of, last))
      .thenRejects(AttemptsAreUsedUp, { attempts: 4, cap: 5 });
  });

  test('R5: at the cap a busy tone is taken, the 5th in a row refused', () => {
    const busy = [...Array(4).keys()].flatMap((n) =>
      called(ANN, INPUTS.busy, { callId: `busy-${n}`, now: at(`2026-12-0${n + 1}T10:00`) }),
    );
    inCallAfter(4)
      .when(outcome(ANN, INPUTS.busy, last))
      .thenEmitsLike({ type: 'LineBusy', data: { attempt: 4 } });
    inCallAfter(4, ...busy)
      .when(outcome(ANN, INPUTS.busy, last))
      .thenRejects(AttemptsAreUsedUp, { attempts: 4 });
  });

  test('R5: a final outcome is always taken', () => {
    inCallAfter(4)
      .when(outcome(ANN, EXHAUSTED, last))
      .thenEmitsLike({ type: 'OfferDeclined' });
    inCallAfter(4)
      .when(outcome(ANN, INPUTS.order, last))
      .thenEmitsLike({ type: 'OrderTaken' });
  });

  test('R5: what no call led to is taken', () => {
    after(...calls(...times(4, INPUTS['no-answer'])))
      .when(withoutCall(ANN, INPUTS.callback, { cause: 'customer-initiated', now: LATER }))
      .thenEmitsLike({ type: 'CallbackScheduled' });
  });

  test("R5: a lead's word with a reason allows one more, once", () => {
    inCallAfter(4).when(allow(' ')).thenRejects(ReasonMissing);
    inCallAfter(4)
      .when(allow())
      .thenEmits({
        type: 'FurtherAttemptAllowed',
        data: { roundId: ROUND, allowedBy: LEAD, reason: 'promised to be in', allowedAt: MONDAY },
      });
    const allowed = inCallAfter(4, allow());
    allowed
      .when(outcome(ANN, INPUTS['no-answer'], last))
      .thenEmitsLike({ type: 'CallUnanswered', data: { attempt: 5 } });
    allowed.when(allow()).thenNothing();
    inCallAfter(4, allow(), ...called(ANN, INPUTS['no-answer'], { callId: 'fifth', now: at('2026-12-04T10:00') }))
      .when(outcome(ANN, INPUTS['no-answer'], last))
      .thenRejects(AttemptsAreUsedUp, { attempts: 5, cap: 6 });
  });

  test('R5: while an attempt is left there is nothing to allow', () => {
    inCallAfter(3).when(allow()).thenNothing();
  });
});
