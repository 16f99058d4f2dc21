import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plus } from '#domain/shared/instant';
import { timedCause } from '../shared/timed-cause.js';
import { NOON, World } from '../testing/world.js';
import { startHook, type Hook } from './testing/hook.js';
import { WebhookSender, WebhookUndelivered } from './webhook-sender.js';

const SECRET = 'a secret of the two of us';
const CONTENT = { message: 'case.raised', caseId: 'case-1', kind: 'ceased', urgent: true, at: NOON } as const;

describe('R7: a webhook', () => {
  let world: World;
  let hook: Hook;

  beforeEach(async () => {
    world = new World();
    hook = await startHook();
  });

  afterEach(() => hook.close());

  const tell = (hours = 0, url = hook.url): Promise<void> =>
    new WebhookSender(world.runner, { url, secret: SECRET }).tell('event-1', CONTENT, {
      ...timedCause('webhooks', plus(NOON, { hours })),
      commandId: 'event-1',
    });
  const kept = async (): Promise<readonly string[]> =>
    (await world.store.readStream('webhook-event-1')).map(({ type }) => type);

  test('R7: is told once, with a body that its secret signs and that names nobody', async () => {
    await tell();
    await tell();
    expect(hook.told).toHaveLength(1);
    const [{ delivery, signature = '', body } = { delivery: '', body: '' }] = hook.told;
    expect(delivery).toBe('event-1');
    expect(JSON.parse(body)).toEqual({ id: 'event-1', ...CONTENT });
    const { t = '', v1 } = /^t=(?<t>\d+),v1=(?<v1>[0-9a-f]{64})$/.exec(signature)?.groups ?? {};
    expect(v1).toBe(createHmac('sha256', SECRET).update(`${t}.${body}`).digest('hex'));
    expect(await kept()).toEqual(['WebhookDelivered']);
  });

  test.each([500, 404, 302])('R7: that answers %j is told again, until it takes the message', async (status) => {
    hook.status = status;
    await expect(tell()).rejects.toThrow(WebhookUndelivered);
    await expect(tell(1)).rejects.toThrow(WebhookUndelivered);
    hook.status = 200;
    await tell(2);
    expect(hook.told).toHaveLength(3);
    expect(await kept()).toEqual(['WebhookFailed', 'WebhookDelivered']);
  });

  test('R7: that does not answer for a day is given up', async () => {
    const nobody = 'http://127.0.0.1:1/hook';
    await expect(tell(0, nobody)).rejects.toThrow(WebhookUndelivered);
    await expect(tell(23, nobody)).rejects.toThrow(WebhookUndelivered);
    await tell(24, nobody);
    await tell(25);
    expect(await kept()).toEqual(['WebhookFailed', 'WebhookGivenUp']);
    expect(hook.told).toEqual([]);
  });
});
