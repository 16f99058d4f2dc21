import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseEvent } from '#events/contracts/index';
import { foldOf } from '../shared/decider.js';
import { given } from '../testing/given.js';
import type { CaseCommand, RaiseCase } from './case.commands.js';
import { caseDecider } from './case.decider.js';
import { CaseIsDone, CaseTakenByAnother, CaseUnknown, CommentMissing, EffectDoesNotFit } from './case.errors.js';

const NOW = '2026-11-23T09:00:00.000Z';
const LATER = '2026-11-23T10:00:00.000Z';

const raising = (changes: Partial<RaiseCase['data']> = {}): RaiseCase => ({
  type: 'RaiseCase',
  data: {
    kind: 'recently-called',
    urgent: true,
    subject: { cardId: 'card-1' },
    sourceEventId: 'event-1',
    raisedBy: 'ann',
    raisedAt: NOW,
    now: NOW,
    ...changes,
  },
});
const take = (takenBy = 'ada', now = NOW): CaseCommand => ({ type: 'TakeCase', data: { takenBy, now } });
const putBack = (putBackBy = 'ada'): CaseCommand => ({ type: 'PutBackCase', data: { putBackBy, now: LATER } });
const alarm = (now = LATER): CaseCommand => ({ type: 'AlarmCase', data: { now } });
const resolve = (resolvedBy = 'ada', changes = {}): CaseCommand => ({
  type: 'ResolveCase',
  data: { effect: 'other', comment: 'rang upp och bad om ursäkt', resolvedBy, now: LATER, ...changes },
});
const settledBy = { type: 'CompanyNumberAccepted', eventId: 'event-2' };
const settle = (evenTaken: boolean): CaseCommand => ({
  type: 'SettleCase',
  data: { settledBy, evenTaken, resolvedBy: 'service:cases', now: LATER },
});

const story = (...commands: readonly CaseCommand[]): readonly CaseEvent[] =>
  commands.reduce<readonly CaseEvent[]>(
    (events, command) => [...events, ...caseDecider.decide(command, foldOf(caseDecider, events))],
    [],
  );
const after = (...commands: readonly CaseCommand[]) => given(caseDecider, ...story(...commands));

describe('a case', () => {
  test('R16: is raised once, however often its cause is seen', () => {
    given(caseDecider)
      .when(raising())
      .thenEmitsLike({ type: 'CaseRaised', data: { kind: 'recently-called' } });
    after(raising()).when(raising()).thenNothing();
  });

  test('is worked on by one at a time', () => {
    after(raising())
      .when(take())
      .thenEmits({ type: 'CaseTaken', data: { takenBy: 'ada', takenAt: NOW } });
    after(raising(), take()).when(take()).thenNothing();
    after(raising(), take()).when(take('bo')).thenRejects(CaseTakenByAnother, { holder: 'ada', since: NOW });
    after(raising(), take()).when(resolve('bo')).thenRejects(CaseTakenByAnother);
    after(raising(), take(), putBack('bo'))
      .when(take('bo'))
      .thenEmitsLike({ type: 'CaseTaken', data: { takenBy: 'bo' } });
    after(raising()).when(putBack()).thenNothing();
  });

  test('is resolved with what was done, and then done', () => {
    after(raising(), take())
      .when(resolve())
      .thenEmitsLike({ type: 'CaseResolved', data: { effect: 'other', resolvedBy: 'ada' } });
    after(raising()).when(resolve()).thenEmitsLike({ type: 'CaseResolved' });
    after(raising())
      .when(resolve('ada', { comment: ' ' }))
      .thenRejects(CommentMissing);
    for (const command of [take(), putBack(), resolve()])
      after(raising(), resolve()).when(command).thenRejects(CaseIsDone);
    given(caseDecider).when(take()).thenRejects(CaseUnknown);
  });

  test('is settled once by a fact elsewhere, whoever has taken it where nothing is left to do', () => {
    const resolution = { effect: 'settled-elsewhere', comment: '', settledBy, resolvedBy: 'service:cases' } as const;
    const settled = { type: 'CaseResolved', data: { ...resolution, resolvedAt: LATER } } as const;
    after(raising()).when(settle(false)).thenEmitsLike(settled);
    after(raising(), take()).when(settle(false)).thenNothing();
    after(raising(), take()).when(settle(true)).thenEmitsLike(settled);
    after(raising(), settle(true)).when(settle(true)).thenNothing();
    after(raising(), resolve()).when(settle(true)).thenNothing();
    given(caseDecider).when(settle(true)).thenNothing();
  });

  test('is resolved by what can be done to its subject only', () => {
    after(raising())
      .when(resolve('ada', { effect: 'company-ceased' }))
      .thenRejects(EffectDoesNotFit, { effect: 'company-ceased', kind: 'recently-called' });
    after(raising({ subject: { cardId: 'card-1', companyId: 'company-1' } }))
      .when(resolve('ada', { effect: 'company-ceased' }))
      .thenEmitsLike({ type: 'CaseResolved' });
    after(raising({ subject: { orderId: 'order-1' } }))
      .when(resolve('ada', { effect: 'mail-asked-again' }))
      .thenRejects(EffectDoesNotFit);
  });

  test('R6: is resolved for the whole company only where the block has a company', () => {
    const subject = { cardId: 'card-1', blockId: 'block-1' };
    for (const effect of ['company-blocked', 'company-block-dismissed'] as const) {
      const asked = resolve('ada', { effect });
      after(raising({ kind: 'no-more-calls', subject }))
        .when(asked)
        .thenRejects(EffectDoesNotFit, { effect });
      after(raising({ kind: 'no-more-calls', subject: { ...subject, companyId: 'company-1' } }))
        .when(asked)
        .thenEmitsLike({ type: 'CaseResolved', data: { effect } });
    }
  });

  test('R6: is resolved by a cure only where the card may be waiting for one', () => {
    const cure = resolve('ada', { effect: 'card-cured' });
    for (const kind of ['recently-called', 'unauthorised-contact', 'other'] as const)
      after(raising({ kind })).when(cure).thenEmitsLike({ type: 'CaseResolved' });
    for (const kind of ['no-more-calls', 'ceased', 'mail-failed', 'invoice-by-mail'] as const)
      after(raising({ kind })).when(cure).thenRejects(EffectDoesNotFit, { effect: 'card-cured', kind });
  });

  test('R7: that is urgent alarms once when nobody has touched it for one working hour', () => {
    const beforeIt = '2026-11-23T09:59:59.999Z';
    after(raising()).when(alarm(beforeIt)).thenNothing();
    after(raising())
      .when(alarm())
      .thenEmits({ type: 'CaseAlarmed', data: { alarmedAt: LATER } });
    after(raising(), alarm()).when(alarm()).thenNothing();
    after(raising(), take()).when(alarm()).thenNothing();
    after(raising(), resolve()).when(alarm()).thenNothing();
    after(raising({ urgent: false }))
      .when(alarm('2027-01-01T00:00:00.000Z'))
      .thenNothing();
    after(raising(), take(), putBack()).when(alarm()).thenEmitsLike({ type: 'CaseAlarmed' });
  });

  test('R16: whatever is asked of it, is never done twice, taken by two, or alarmed more than once', () => {
    const who = fc.constantFrom('ada', 'bo');
    const command = fc.oneof(
      fc.constant(raising()),
      who.map((by) => take(by)),
      who.map((by) => putBack(by)),
      who.map((by) => resolve(by)),
      fc.constant(alarm()),
      fc.boolean().map(settle),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        const events = commands.reduce<readonly CaseEvent[]>((sofar, one) => {
          try {
            return [...sofar, ...caseDecider.decide(one, foldOf(caseDecider, sofar))];
          } catch {
            return sofar;
          }
        }, []);
        const types = events.map(({ type }) => type).join(' ');
        expect(types.match(/CaseResolved/g)?.length ?? 0).toBeLessThanOrEqual(1);
        expect(types.match(/CaseAlarmed/g)?.length ?? 0).toBeLessThanOrEqual(1);
        expect(types).not.toMatch(/CaseTaken (?:CaseAlarmed )?CaseTaken|CaseResolved ./);
      }),
    );
  });
});
