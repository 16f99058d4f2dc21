import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { AterkomEvent } from '#events/contracts/index';
import { openEventStoreDb } from '#events/eventstoredb/open-server-log';
import type { EventStore } from '#events/store/event-store';
import { MongodbReadStore } from '#read-models/mongodb/mongodb-read-store';
import { projections } from '#read-models/projections';
import { allShown } from '#read-models/testing/all-shown';
import { everythingIn } from '#read-models/testing/written-log';
import { replayBank } from '../../replay/bank/replay-bank.js';
import { ApiClient } from '../../replay/engine/api-client.js';
import { Connections } from '../../replay/engine/connections.js';
import { signIn } from '../../replay/engine/sign-in.js';
import { SETTINGS } from '../../replay/engine/start-engine.js';
import { contactsOf, truthOf } from '../../replay/generated/contacts.js';
import { differs } from '../../replay/report/figure.js';
import { eventStoreProtocol } from '../eventstoredb-protocol/eventstore-protocol.js';
import { ProtocolServer } from '../eventstoredb-protocol/protocol-server.js';
import { MongodbProtocolServer } from '../mongodb-protocol/mongodb-protocol-server.js';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';
import { campaignFileIn } from '../support/campaign-file.js';
import { killed, startProjectorProcess, type ProjectorProcess } from '../support/projector-process.js';
import { standingAccounts } from '../support/standing-accounts.js';
import { brokenOnCards, doubleDials } from '../support/what-happened.js';

jest.setTimeout(300_000);

const CALLERS = 200;
/** Some six hundred calls. */
const CONTACTS = contactsOf(400, 1);
/** Of the accounts: earlier than the first call. */
const HIRED_AT = '2025-08-01T06:00:00.000Z';
const NO_BAR = { start: () => undefined, increment: () => undefined, stop: () => undefined };
/** Whoever sends looks every second what is due. */
const OUTBOX_LOOK = { everyMs: 250, quietLooks: 8, patientLooks: 240 };

describe('three API processes and two projectors over servers', () => {
  let log: ProtocolServer;
  let views: MongodbProtocolServer;
  let store: EventStore;
  let folder: string;
  let ending: (() => Promise<unknown>)[];

  beforeEach(async () => {
    log = await new ProtocolServer(eventStoreProtocol).start();
    views = await MongodbProtocolServer.start({ isReplicaSet: true });
    store = await openEventStoreDb(log.url);
    folder = mkdtempSync(join(tmpdir(), 'aterkom-campaign-'));
    ending = [];
  });

  afterEach(async () => {
    await Promise.all(ending.map((end) => end()));
    await store.close();
    log.stop();
    views.crash();
    rmSync(folder, { recursive: true });
  });

  const outbox = (): string => join(folder, 'outbox');
  const environment = (): Record<string, string> => ({
    ...SETTINGS,
    DATA_DIR: mkdtempSync(join(folder, 'process-')),
    OUTBOX_DIR: outbox(),
    EVENTSTORE_URL: log.url,
    MONGODB_URL: views.urlOf('views'),
    PEPPER: 'p'.repeat(32),
  });
  const startApi = async (): Promise<ApiProcess> => {
    const api = await startApiProcess(environment());
    ending.push(() => killed(api));
    return api;
  };
  const startProjector = (): ProjectorProcess => {
    const projector = startProjectorProcess(environment());
    ending.push(() => killed(projector));
    return projector;
  };
  /** It is the first, so the lease is its own. */
  const projectorAtWork = async (): Promise<ProjectorProcess> => {
    const projector = startProjector();
    const reader = new MongodbReadStore(views.urlOf('views'));
    await allShown(reader, projections, 0n).finally(() => reader.close());
    return projector;
  };
  const connectedTo = (apis: readonly ApiProcess[]): Connections => {
    const connections = new Connections(
      apis.map(({ address }) => address),
      CALLERS,
    );
    ending.push(() => connections.close());
    return connections;
  };

  test('work a whole campaign with 200 callers, though the projector at work is killed', async () => {
    const first = await startApi();
    const [atWork, ...others] = await Promise.all([projectorAtWork(), startApi(), startApi()]);
    startProjector();
    const connections = connectedTo([first, ...others]);
    const password = first.oneTimePassword ?? '';
    const { client: admin } = await signIn(new ApiClient(connections), { username: 'admin', password });
    const { figures } = await replayBank({
      file: campaignFileIn(folder, CONTACTS),
      admin,
      connections,
      // Nobody starts it again: the other one takes over.
      engine: { outbox: outbox(), killAndStartAgain: () => killed(atWork) },
      kill: 1,
      runName: 'campaign',
      callers: CALLERS,
      hire: standingAccounts(store, HIRED_AT),
      outboxLook: OUTBOX_LOOK,
      bar: NO_BAR,
    });

    expect(atWork.process.signalCode).toBe('SIGKILL');
    expect(figures.filter(differs)).toEqual([]);
    const happened = await everythingIn(store);
    expect(brokenOnCards(happened)).toEqual([]);
    expect(doubleDials(happened)).toEqual([]);
    const many = (wanted: AterkomEvent['type']): number => happened.filter(({ type }) => type === wanted).length;
    const { rows, attempts_total: attempts, yes } = truthOf(CONTACTS);
    expect([many('CardImported'), many('CallStarted'), many('CallEnded')]).toEqual([rows, attempts, attempts]);
    expect([many('OrderTaken'), many('ThankYouMailSent')]).toEqual([yes, yes]);
  });
});
