import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { REGRET_UNTIL, registered } from '#domain/order-life/testing/order-story';
import { plus } from '#domain/shared/instant';
import type { Instant } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { toNewEvents } from '#events/deciding/new-events';
import { openEventStoreDb } from '#events/eventstoredb/open-server-log';
import type { EventStore } from '#events/store/event-store';
import { startMailServer, type MailServer } from '#processes/mail/testing/mail-server';
import { attemptIn } from '#processes/mail/message-id';
import { timedCause } from '#processes/shared/timed-cause';
import { noted } from '../../apps/projector/src/reactors/testing/noted.js';
import { eventStoreProtocol } from '../eventstoredb-protocol/eventstore-protocol.js';
import { ProtocolServer } from '../eventstoredb-protocol/protocol-server.js';
import { MongodbProtocolServer } from '../mongodb-protocol/mongodb-protocol-server.js';
import { killed, startProjectorProcess, type ProjectorProcess } from '../support/projector-process.js';

jest.setTimeout(120_000);

const SELLER = { SELLER_NAME: 'Reklamhuset', MAIL_FROM: 'order@reklamhuset.example' };
const ORDERS_A_TURN = 40;
/** Well inside a turn's mails, so that whoever sends is stopped in the middle. */
const INTO_A_TURN = 10;
const RESULTS = new Set(['ThankYouMailSent', 'ThankYouMailOutcomeUnknown']);

describe('R17: the thank-you mails of several projectors over servers', () => {
  let log: ProtocolServer;
  let views: MongodbProtocolServer;
  let mails: MailServer;
  let store: EventStore;
  let started: ProjectorProcess[];
  let folders: string[];

  beforeEach(async () => {
    log = await new ProtocolServer(eventStoreProtocol).start();
    views = await MongodbProtocolServer.start({ isReplicaSet: true });
    mails = await startMailServer();
    store = await openEventStoreDb(log.url);
    started = [];
    folders = [];
  });

  afterEach(async () => {
    for (const projector of started) await killed(projector);
    await store.close();
    await mails.close();
    log.stop();
    views.crash();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  /** With the time of the log, so that an hour passes when an event says so. */
  const start = (): ProjectorProcess => {
    const folder = mkdtempSync(join(tmpdir(), 'aterkom-takeover-'));
    folders.push(folder);
    const servers = { EVENTSTORE_URL: log.url, MONGODB_URL: views.urlOf('views'), SMTP_URL: mails.url };
    const projector = startProjectorProcess({ DATA_DIR: folder, CLOCK: 'controlled', ...servers, ...SELLER });
    started.push(projector);
    return projector;
  };
  const order = async (at: Instant): Promise<void> => {
    const stream = orderStream(uuidv7());
    const cause = { ...timedCause('test', at), commandId: uuidv7(), actorRole: 'caller' };
    await store.append(stream, toNewEvents([registered()], cause), 'no-stream');
  };
  const orders = async (at: Instant): Promise<void> => {
    for (let count = 0; count < ORDERS_A_TURN; count += 1) await order(at);
  };

  test('R17: go once, whether the one that sends is killed or sleeps and wakes up as a stale owner', async () => {
    await orders(REGRET_UNTIL);
    const first = start();
    await mails.arrived(INTO_A_TURN);
    const second = start();
    await killed(first);

    await orders(plus(REGRET_UNTIL, { minutes: 1 }));
    await mails.arrived(ORDERS_A_TURN + INTO_A_TURN);
    second.process.kill('SIGSTOP');
    await orders(plus(REGRET_UNTIL, { minutes: 2 }));
    const beforeWaking = mails.received.length;
    start();
    await mails.arrived(beforeWaking + INTO_A_TURN);
    second.process.kill('SIGCONT');

    // What nobody can know any more is settled once the mail server's time for an answer has passed.
    await order(plus(REGRET_UNTIL, { hours: 1 }));
    const all = 3 * ORDERS_A_TURN + 1;
    const results = await noted(store, ({ type }) => RESULTS.has(type), all);
    expect(new Set(results.map(({ streamId }) => streamId)).size).toBe(all);
    const mailed = mails.received.map((mail) => attemptIn(mail)?.orderId);
    expect(new Set(mailed).size).toBe(mailed.length);
    const sent = results.filter(({ type }) => type === 'ThankYouMailSent').map(({ streamId }) => streamId);
    expect(mailed.map((orderId) => orderStream(orderId ?? ''))).toEqual(expect.arrayContaining(sent));
  });
});
