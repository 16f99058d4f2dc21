import { beforeEach, describe, expect, test } from '@jest/globals';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { AFTER, INSIDE, REGRET_UNTIL, registered } from '#domain/order-life/testing/order-story';
import { minus, plus } from '#domain/shared/instant';
import { orderStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { StoreUnavailable } from '#events/store/event-store.errors';
import { dyingAfter } from '#events/testing/disturbed-store';
import { toNewEvents } from '#events/deciding/new-events';
import type { EventStore } from '#events/store/event-store';
import { timedCause } from '../shared/timed-cause.js';
import { MailFinderOverLog } from '../testing/finders-over-log.js';
import { World } from '../testing/world.js';
import { Mailer, type Delivery, type Message } from './mailer.js';
import { ThankYouMails } from './thank-you-mails.js';

/** Sends nothing: does as it is told, and keeps what it was given. */
class ToldMailer extends Mailer {
  override readonly patienceSeconds = 60;
  readonly given: Message[] = [];
  delivery: Delivery | Promise<Delivery> = { kind: 'sent' };
  known: Delivery | undefined;

  override async send(message: Message): Promise<Delivery> {
    this.given.push(message);
    return this.delivery;
  }
  override whatBecameOf(): Promise<Delivery | undefined> {
    return Promise.resolve(this.known);
  }
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

const SIGNAL = new AbortController().signal;
const ORDERS = ['one', 'two', 'three'];

describe('R17: the thank-you mails', () => {
  let world: World;
  let mailer: ToldMailer;
  let now: string;

  beforeEach(async () => {
    world = new World();
    mailer = new ToldMailer();
    now = REGRET_UNTIL;
    for (const order of ORDERS) {
      const cause = { ...timedCause('test', REGRET_UNTIL), commandId: order };
      const events = toNewEvents([registered()], cause);
      await world.store.append(orderStream(order), events, 'no-stream');
    }
  });

  const process = (store: EventStore = world.store): ThankYouMails =>
    new ThankYouMails({
      runner: new DecisionRunner(store),
      finder: new MailFinderOverLog(world.store),
      mailer,
      seller: { name: 'Reklamhuset' },
      now: () => now,
    });
  const cause = () => timedCause('thank-you-mails', now);
  const statuses = async (): Promise<readonly string[]> => {
    const states = await Promise.all(ORDERS.map((order) => world.runner.load(orderDecider, orderStream(order))));
    return states.map(({ state }) => (state.status === 'unregistered' ? 'unregistered' : state.mail.status));
  };

  test('R17: go once to each order, though several processes look for them again and again', async () => {
    now = INSIDE;
    await process().send(cause(), SIGNAL);
    expect(mailer.given).toEqual([]);
    now = REGRET_UNTIL;
    await Promise.all([process(), process(), process()].map((one) => one.send(cause(), SIGNAL)));
    await process().send(cause(), SIGNAL);
    expect(mailer.given.map(({ orderId }) => orderId).sort()).toEqual([...ORDERS].sort());
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
  });

  test('R17: that are refused for now go again later, and those refused for good do not', async () => {
    mailer.delivery = { kind: 'refused', permanent: false, replyCode: 451 };
    await process().send(cause(), SIGNAL);
    mailer.delivery = { kind: 'refused', permanent: true, replyCode: 550 };
    now = AFTER;
    await process().send(cause(), SIGNAL);
    now = plus(AFTER, { days: 30 });
    await process().send(cause(), SIGNAL);
    expect(mailer.given).toHaveLength(6);
    expect(await statuses()).toEqual(['failed', 'failed', 'failed']);
  });

  test('R17: whose process died before it could record the result never go twice by themselves', async () => {
    const dying = process(dyingAfter(world.store, 3));
    await expect(dying.send(cause(), SIGNAL)).rejects.toThrow(StoreUnavailable);
    expect(mailer.given).toHaveLength(3);
    now = AFTER;
    const next = process();
    await next.settle(cause(), SIGNAL);
    await next.send(cause(), SIGNAL);
    expect(mailer.given).toHaveLength(3);
    expect(await statuses()).toEqual(['unknown', 'unknown', 'unknown']);
    expect(await world.last('ThankYouMailOutcomeUnknown')).toMatchObject({ data: { reason: 'process-died' } });
  });

  test('R17: go again after such a death where it is known that they did not go', async () => {
    await process(dyingAfter(world.store, 3))
      .send(cause(), SIGNAL)
      .catch(() => undefined);
    now = AFTER;
    mailer.known = { kind: 'refused', permanent: false };
    await process().settle(cause(), SIGNAL);
    now = plus(AFTER, { minutes: 5 });
    await process().send(cause(), SIGNAL);
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
  });

  test('R17: whose result could not be recorded are recorded later by the process that sent them', async () => {
    const flaky = dyingAfter(world.store, 3);
    let isAway = true;
    const runnerStore = new Proxy(world.store, {
      get: (target, name: keyof EventStore) =>
        name === 'append' && isAway ? flaky.append.bind(flaky) : target[name].bind(target),
    });
    const sender = process(runnerStore);
    await sender.send(cause(), SIGNAL).catch(() => undefined);
    isAway = false;
    now = AFTER;
    await sender.settle(cause(), SIGNAL);
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
  });

  test('R17: under way in another process are left alone while they may still end', async () => {
    await process(dyingAfter(world.store, 3))
      .send(cause(), SIGNAL)
      .catch(() => undefined);
    now = minus(plus(REGRET_UNTIL, { seconds: mailer.patienceSeconds }), { seconds: 1 });
    await process().settle(cause(), SIGNAL);
    expect(await statuses()).toEqual(['started', 'started', 'started']);
  });
});
