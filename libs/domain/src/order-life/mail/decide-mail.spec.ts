import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OrderEvent } from '#events/contracts/index';
import { foldOf } from '../../shared/decider.js';
import { plus } from '../../shared/instant.js';
import { ReasonMissing } from '../../shared/stated.js';
import { given } from '../../testing/given.js';
import { orderDecider } from '../order-life.decider.js';
import { OrderIsCancelled } from '../order-life.errors.js';
import { ADA, AFTER, cancelled, INSIDE, registered, REGRET_UNTIL } from '../testing/order-story.js';
import { MOST_REFUSALS } from './mail-due.js';
import type { MailCommand } from './thank-you-mail.commands.js';
import { MailNeedsNoWord, OrderHasNoMailAddress } from './thank-you-mail.errors.js';

const REGISTERED = registered();
const start = (attemptId = 'a1', now = REGRET_UNTIL): MailCommand => ({ type: 'StartMail', data: { attemptId, now } });
const sent = (attemptId = 'a1'): MailCommand => ({ type: 'RecordMailSent', data: { attemptId, now: AFTER } });
const refused = (permanent: boolean, attemptId = 'a1'): MailCommand => ({
  type: 'RecordMailRefused',
  data: { attemptId, permanent, replyCode: permanent ? 550 : 451, now: AFTER },
});
const lost = (attemptId = 'a1'): MailCommand => ({
  type: 'RecordMailOutcomeUnknown',
  data: { attemptId, reason: 'no-answer', now: AFTER },
});
const bounced = (attemptId = 'a1'): MailCommand => ({
  type: 'RecordMailBounced',
  data: { attemptId, status: '5.1.1', now: AFTER },
});
const again = (reason = 'a new address'): MailCommand => ({
  type: 'AskMailAgain',
  data: { askedBy: ADA, reason, now: AFTER },
});

/** The story so far, each command decided on what the earlier ones left. */
const story = (...commands: readonly MailCommand[]): OrderEvent[] =>
  commands.reduce<OrderEvent[]>(
    (events, command) => [...events, ...orderDecider.decide(command, foldOf(orderDecider, events))],
    [REGISTERED],
  );
const after = (...commands: readonly MailCommand[]) => given(orderDecider, ...story(...commands));

describe('R17: the thank-you mail', () => {
  test('R17: is not begun before the regret window is over, nor for an order that is cancelled or has no address', () => {
    given(orderDecider, REGISTERED).when(start('a1', INSIDE)).thenNothing();
    given(orderDecider, REGISTERED)
      .when(start())
      .thenEmitsLike({ type: 'ThankYouMailStarted', data: { attemptId: 'a1' } });
    given(orderDecider, REGISTERED, cancelled).when(start()).thenNothing();
    given(orderDecider, registered({ email: 'has-none' }))
      .when(start())
      .thenNothing();
  });

  test('R17: of two who would send it one is told to', () => {
    after(start('a1')).when(start('a2')).thenNothing();
    after(start('a1'), sent('a1')).when(start('a2', '2027-01-01T00:00:00.000Z')).thenNothing();
  });

  test('R17: that was refused for now is tried again, with pauses that grow', () => {
    const once = after(start(), refused(false));
    once.when(start('a2', plus(AFTER, { seconds: 59 }))).thenNothing();
    once.when(start('a2', plus(AFTER, { minutes: 1 }))).thenEmitsLike({ type: 'ThankYouMailStarted' });
  });

  test('R17: that has been refused for a day and a half is refused for good', () => {
    const attempt = (n: number): MailCommand[] => [
      { type: 'StartMail', data: { attemptId: `a${n}`, now: `2027-01-${String(n).padStart(2, '0')}T00:00:00.000Z` } },
      {
        type: 'RecordMailRefused',
        data: { attemptId: `a${n}`, permanent: false, now: `2027-01-${String(n).padStart(2, '0')}T00:00:00.000Z` },
      },
    ];
    const events = story(...Array.from({ length: MOST_REFUSALS }, (_, n) => attempt(n + 1)).flat());
    expect(events.at(-1)).toMatchObject({ type: 'ThankYouMailRefused', data: { permanent: true } });
    expect(events.at(-3)).toMatchObject({ type: 'ThankYouMailRefused', data: { permanent: false } });
  });

  test('R17: of which nobody knows whether it went is never sent again by itself', () => {
    after(start(), lost()).when(start('a2', '2027-01-01T00:00:00.000Z')).thenNothing();
    after(start(), refused(true)).when(start('a2', '2027-01-01T00:00:00.000Z')).thenNothing();
    after(start(), lost()).when(lost()).thenNothing();
  });

  test('R17: that was given up for lost may still turn out to be sent', () => {
    after(start(), lost()).when(sent()).thenEmitsLike({ type: 'ThankYouMailSent' });
    after(start(), sent()).when(sent()).thenNothing();
    after(start(), sent()).when(refused(true)).thenNothing();
    after(start(), sent()).when(sent('another')).thenNothing();
  });

  test('R17: bounces after it was sent, once, and only the latest attempt', () => {
    after(start(), sent())
      .when(bounced())
      .thenEmitsLike({ type: 'ThankYouMailBounced', data: { status: '5.1.1' } });
    after(start(), sent(), bounced()).when(bounced()).thenNothing();
    after(start(), sent()).when(bounced('another')).thenNothing();
    after().when(bounced()).thenNothing();
  });

  test("R17: goes once more on an admin's word, and only after a failure", () => {
    for (const failure of [refused(true), lost()]) {
      const failed = after(start(), failure);
      failed.when(again()).thenEmitsLike({ type: 'ThankYouMailAskedAgain', data: { askedBy: ADA } });
      failed.when(again(' ')).thenRejects(ReasonMissing);
      after(start(), failure, again())
        .when(start('a2', AFTER))
        .thenEmitsLike({ type: 'ThankYouMailStarted', data: { attemptId: 'a2' } });
    }
    after(start(), sent()).when(again()).thenRejects(MailNeedsNoWord, { mailStatus: 'sent' });
    after(start(), refused(false)).when(again()).thenRejects(MailNeedsNoWord, { mailStatus: 'refused' });
    given(orderDecider, registered({ email: 'has-none' }))
      .when(again())
      .thenRejects(OrderHasNoMailAddress);
    given(orderDecider, REGISTERED, cancelled).when(again()).thenRejects(OrderIsCancelled);
  });

  test('R17: is never begun twice without a certain refusal or an admin in between, whatever the story', () => {
    const attemptId = fc.constantFrom('a1', 'a2', 'a3');
    const now = fc.constantFrom(INSIDE, REGRET_UNTIL, AFTER, '2026-12-01T09:00:00.000Z');
    const command: fc.Arbitrary<MailCommand> = fc
      .record({ attemptId, now })
      .chain(({ attemptId: id, now: at }) =>
        fc.constantFrom<MailCommand>(
          { type: 'StartMail', data: { attemptId: id, now: at } },
          { type: 'RecordMailSent', data: { attemptId: id, now: at } },
          { type: 'RecordMailRefused', data: { attemptId: id, permanent: false, now: at } },
          { type: 'RecordMailOutcomeUnknown', data: { attemptId: id, reason: 'process-died', now: at } },
        ),
      );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const types = story(...commands).map(({ type }) => type);
        types.forEach((type, index) => {
          if (type !== 'ThankYouMailStarted' || !types.slice(0, index).includes('ThankYouMailStarted')) return;
          expect(types[index - 1]).toBe('ThankYouMailRefused');
        });
      }),
    );
  });
});
