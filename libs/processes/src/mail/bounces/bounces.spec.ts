import { beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { MailCommand } from '#domain/order-life/mail/thank-you-mail.commands';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { AFTER, registered, REGRET_UNTIL } from '#domain/order-life/testing/order-story';
import { orderStream } from '#events/contracts/stream-names';
import { toNewEvents } from '#events/deciding/new-events';
import { messageIdOf } from '../message-id.js';
import { timedCause } from '../../shared/timed-cause.js';
import { World } from '../../testing/world.js';
import { Bounces } from './bounces.js';

const FROM = 'order@reklamhuset.example';
const now = AFTER;

describe('R17: a report of a mail server', () => {
  let world: World;
  let orderId: string;
  let attemptId: string;

  beforeEach(async () => {
    world = new World();
    [orderId, attemptId] = [uuidv7(), uuidv7()];
    const begun = toNewEvents([registered()], newCause());
    await world.store.append(orderStream(orderId), begun, 'no-stream');
    await tell({ type: 'StartMail', data: { attemptId, now: REGRET_UNTIL } });
  });

  const newCause = () => ({ ...timedCause('test', AFTER), commandId: uuidv7() });
  const tell = (command: MailCommand) => world.runner.run(orderDecider, orderStream(orderId), command, newCause());
  const take = async (report: { action?: string; status?: string; messageId?: string } = {}): Promise<string> => {
    const messageId = messageIdOf({ orderId, attemptId }, FROM);
    return (await new Bounces(world.runner).take({ messageId, action: 'failed', ...report }, newCause())).verdict;
  };
  const bounces = async (): Promise<number> =>
    (await world.store.readStream(orderStream(orderId))).filter(({ type }) => type === 'ThankYouMailBounced').length;

  test('R17: makes the mail bounced, once, however often and by however many it is told', async () => {
    await tell({ type: 'RecordMailSent', data: { attemptId, now } });
    const verdicts = await Promise.all([take({ status: '5.1.1' }), take({ status: '5.1.1' }), take()]);
    expect(verdicts.toSorted()).toEqual(['already-recorded', 'already-recorded', 'recorded']);
    expect(await take()).toBe('already-recorded');
    expect(await bounces()).toBe(1);
  });

  test('R17: may come before the sending itself has been recorded', async () => {
    expect(await take({ status: '4.2.2' })).toBe('recorded');
    expect(await world.last('ThankYouMailBounced')).toMatchObject({ data: { attemptId, status: '4.2.2' } });
    await tell({ type: 'RecordMailSent', data: { attemptId, now } });
    expect(await take()).toBe('already-recorded');
  });

  test('R17: of a delay or a delivery changes nothing', async () => {
    for (const action of ['delayed', 'delivered', 'relayed', 'expanded', 'vanished'])
      expect(await take({ action })).toBe('not-failed');
    expect(await bounces()).toBe(0);
  });

  test('R17: says nothing of a mail that has been sent again, or had failed before', async () => {
    await tell({ type: 'RecordMailRefused', data: { attemptId, permanent: true, now } });
    expect(await take()).toBe('overtaken');
    await tell({ type: 'AskMailAgain', data: { askedBy: 'ada', reason: 'a new address', now } });
    await tell({ type: 'StartMail', data: { attemptId: uuidv7(), now } });
    expect(await take()).toBe('overtaken');
    expect(await bounces()).toBe(0);
  });

  test('R17: is matched by the whole Message-ID and by nothing weaker', async () => {
    const of = (changes: object) => messageIdOf({ orderId, attemptId, ...changes }, FROM);
    const strangers = [of({ attemptId: uuidv7() }), of({ orderId: uuidv7() }), `<${orderId}@reklamhuset.example>`, ''];
    for (const messageId of strangers) expect(await take({ messageId })).toBe('unknown-message');
    expect(await new Bounces(world.runner).take({ action: 'failed' }, newCause())).toEqual({
      verdict: 'unknown-message',
    });
    expect(await bounces()).toBe(0);
  });
});
