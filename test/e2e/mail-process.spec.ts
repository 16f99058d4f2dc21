import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { REGRET_UNTIL, registered } from '#domain/order-life/testing/order-story';
import { plus } from '#domain/shared/instant';
import type { AterkomEvent } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { toNewEvents } from '#events/deciding/new-events';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { startMailServer, type MailServer } from '#processes/mail/testing/mail-server';
import { timedCause } from '#processes/shared/timed-cause';
import { World } from '#processes/testing/world';
import { noted, ofType } from '../../apps/projector/src/reactors/testing/noted.js';
import { killed, startProjectorProcess, type ProjectorProcess } from '../support/projector-process.js';

jest.setTimeout(120_000);

const SELLER = { SELLER_NAME: 'Reklamhuset', MAIL_FROM: 'order@reklamhuset.example' };
const ORDERS = 60;

describe('R17: the thank-you mails of a projector that is killed', () => {
  let folder: string;
  let world: World;
  let server: MailServer;
  let started: ProjectorProcess[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aterkom-mails-'));
    world = new World(new SqliteEventStore({ file: join(folder, 'events.sqlite') }));
    server = await startMailServer();
    started = [];
  });

  afterEach(async () => {
    for (const projector of started) await killed(projector);
    await server.close();
    await world.store.close();
    rmSync(folder, { recursive: true });
  });

  /** With the time of the log, so that an hour passes when an event says so. */
  const start = (environment: Record<string, string> = {}): ProjectorProcess => {
    const projector = startProjectorProcess({ DATA_DIR: folder, CLOCK: 'controlled', ...SELLER, ...environment });
    started.push(projector);
    return projector;
  };

  const append = async (stream: string, event: AterkomEvent, occurredAt: string): Promise<void> => {
    const cause = { ...timedCause('test', occurredAt), commandId: uuidv7(), actorRole: 'caller' };
    await world.store.append(stream, toNewEvents([event], cause), 'no-stream');
  };
  const order = async (at = REGRET_UNTIL): Promise<string> => {
    const stream = orderStream(uuidv7());
    await append(stream, registered(), at);
    return stream;
  };

  test('R17: never go twice, and never without a trace, when it dies between sending and recording', async () => {
    server.manner = 'silent';
    await order();
    const dying = start({ SMTP_URL: server.url });
    await server.arrived(1);
    await killed(dying);
    server.manner = 'accept';
    await order(plus(REGRET_UNTIL, { hours: 1 }));
    start({ SMTP_URL: server.url });
    const [lost] = await noted(world.store, ofType('ThankYouMailOutcomeUnknown'), 1);
    const [sent] = await noted(world.store, ofType('ThankYouMailSent'), 1);
    expect(lost).toMatchObject({ data: { reason: 'process-died' } });
    expect(sent?.streamId).not.toBe(lost?.streamId);
    expect(server.received).toHaveLength(2);
  });

  test('R17: stand in the outbox once each, whenever it dies', async () => {
    for (let count = 0; count < ORDERS; count += 1) await order();
    // Each hour that passes settles what the death before has left.
    for (const [hours, share] of [1, ORDERS / 3, (2 * ORDERS) / 3].entries()) {
      await order(plus(REGRET_UNTIL, { hours }));
      const projector = start();
      await noted(world.store, ofType('ThankYouMailSent'), share);
      await killed(projector);
    }
    const last = await order(plus(REGRET_UNTIL, { hours: 3 }));
    start();
    await noted(world.store, ({ type, streamId }) => type === 'ThankYouMailSent' && streamId === last);
    await order(plus(REGRET_UNTIL, { hours: 4 }));
    await noted(world.store, ofType('ThankYouMailSent'), ORDERS + 5);
    const mails = readdirSync(join(folder, 'outbox')).filter((name) => name.endsWith('.eml'));
    expect(mails).toHaveLength(ORDERS + 5);
    expect(new Set(mails.map((name) => name.split('.')[0])).size).toBe(ORDERS + 5);
  });
});
