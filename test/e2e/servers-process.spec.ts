import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { MongodbReadStore } from '#read-models/mongodb/mongodb-read-store';
import { projections } from '#read-models/projections';
import { allShown } from '#read-models/testing/all-shown';
import { eventStoreProtocol } from '../eventstoredb-protocol/eventstore-protocol.js';
import { ProtocolServer } from '../eventstoredb-protocol/protocol-server.js';
import { MongodbProtocolServer } from '../mongodb-protocol/mongodb-protocol-server.js';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';
import { firstBeat } from '../support/first-beat.js';
import { HttpClient } from '../support/http-client.js';
import { killed, startProjectorProcess, type ProjectorProcess } from '../support/projector-process.js';

jest.setTimeout(120_000);

const PEPPER = 'p'.repeat(32);

describe('the processes over servers', () => {
  let log: ProtocolServer;
  let views: MongodbProtocolServer;
  let folders: string[];
  let ending: (() => Promise<unknown>)[];

  beforeEach(async () => {
    log = await new ProtocolServer(eventStoreProtocol).start();
    views = await MongodbProtocolServer.start({ isReplicaSet: true });
    folders = [];
    ending = [];
  });

  afterEach(async () => {
    for (const end of ending) await end();
    log.stop();
    views.crash();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'aterkom-servers-'));
    folders.push(folder);
    return folder;
  };
  const environment = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    DATA_DIR: newFolder(),
    EVENTSTORE_URL: log.url,
    MONGODB_URL: views.urlOf('views'),
    OUTBOX_DIR: join(tmpdir(), 'aterkom-no-mails'),
    PEPPER,
    ...more,
  });
  const start = async (more: Readonly<Record<string, string>> = {}): Promise<ApiProcess> => {
    const api = await startApiProcess(environment(more));
    ending.push(() => stop(api));
    return api;
  };
  const startProjector = (more: Readonly<Record<string, string>> = {}) => {
    const projector = startProjectorProcess(environment(more));
    ending.push(() => killed(projector));
    return projector;
  };
  /** Beside one at work; it has been told that the lease is taken. */
  const waiting = async (): Promise<void> => {
    const dataDir = newFolder();
    startProjector({ DATA_DIR: dataDir });
    await firstBeat(dataDir);
  };
  /** A projector that has built every view. */
  const projecting = async (): Promise<ProjectorProcess> => {
    const projector = startProjector();
    const reader = new MongodbReadStore(views.urlOf('views'));
    expect(await allShown(reader, projections, 0n).finally(() => reader.close())).toBe(true);
    return projector;
  };
  const campaignsSeen = async (client: HttpClient, freshness?: string): Promise<unknown> => {
    const { body } = await client.get<{ name: string }[] | object>('/campaigns', freshness);
    return Array.isArray(body) ? body.map(({ name }) => name as string) : body;
  };
  const stop = async (api: ApiProcess): Promise<number | null> => {
    api.process.kill('SIGTERM');
    return api.exitCode;
  };

  test('two in folders of their own are one installation, and leave no data on the disk', async () => {
    const first = await start();
    const second = await start();
    expect(first.oneTimePassword).toBeDefined();
    expect(second.oneTimePassword).toBeUndefined();
    expect([await stop(first), await stop(second)]).toEqual([0, 0]);
    expect(folders.flatMap((folder) => readdirSync(folder))).toEqual([]);
    expect(await first.log).toContain('"version":"23.10.6"');
  });

  test('refuse to start where the log is away or made with another pepper, without a word about the password', async () => {
    await stop(await start());
    await expect(start({ PEPPER: 'q'.repeat(32) })).rejects.toThrow(/exit code 1: .*made with the pepper/s);
    const credentials = join(newFolder(), 'credentials');
    writeFileSync(credentials, 'aterkom:verysecret\n');
    log.stop();
    const refused = start({ EVENTSTORE_CREDENTIALS_FILE: credentials });
    await expect(refused).rejects.toThrow(/cannot start: event store: unreachable/);
    await expect(refused).rejects.not.toThrow(/verysecret/);
  });

  test('show at one what was saved at another, at once and live', async () => {
    const [first, second] = [await start({ FRESHNESS_WAIT_MS: '60000' }), await start({ FRESHNESS_WAIT_MS: '60000' })];
    await projecting();
    const admin = await HttpClient.firstAdmin(first.address, first.oneTimePassword ?? '');
    const there = admin.at(second.address);
    const { body, freshness } = await admin.post<{ campaignId: string }>('/campaigns', { name: 'Vår' });
    expect(await campaignsSeen(there, freshness)).toEqual(['Vår']);

    const rounds = `/campaigns/${body.campaignId}/rounds`;
    const round = await there.post<{ roundId: string }>(rounds, { name: 'Omgång 1' });
    const path = `/rounds/${round.body.roundId}/board`;
    expect(await admin.get(path, round.freshness)).toMatchObject({ body: { roundName: 'Omgång 1' } });
    const board = await there.follow(`${path}/live`);
    expect(await board.next()).not.toHaveProperty('closedAt');
    await admin.post(`${rounds}/${round.body.roundId}/closing`, {});
    expect(await board.next()).toHaveProperty('closedAt');
    board.leave();
  });

  test('tell which server is away: commands go on without the read models, nothing goes on without the log', async () => {
    const api = await start({ FRESHNESS_WAIT_MS: '60000' });
    const admin = await HttpClient.firstAdmin(api.address, api.oneTimePassword ?? '');
    expect(await admin.readiness()).toBe('read-model.building');
    await projecting();
    const before = await admin.post('/campaigns', { name: 'Vår' });
    expect(await admin.get('/campaigns', before.freshness)).toMatchObject({ status: 200 });
    expect(await admin.readiness()).toBe('ok');

    views.crash();
    const blind = { status: 503, body: { code: 'read-model.unavailable' } };
    expect(await admin.readiness()).toBe('read-model.unavailable');
    expect(await admin.get('/campaigns')).toMatchObject(blind);
    const meanwhile = await admin.post('/campaigns', { name: 'Höst' });
    expect(meanwhile).toMatchObject({ status: 201 });
    await views.restart();
    expect(await campaignsSeen(admin, meanwhile.freshness)).toEqual(['Höst', 'Vår']);

    log.stop();
    const deaf = { status: 503, body: { code: 'store.unavailable' } };
    expect(await admin.readiness()).toBe('store.unavailable');
    expect(await admin.post('/campaigns', { name: 'Vinter' })).toMatchObject(deaf);
    expect(await admin.get('/campaigns')).toMatchObject({ status: 200 });
    await log.start();
    expect(await admin.post('/campaigns', { name: 'Vinter' })).toMatchObject({ status: 201 });
  });

  test('go on within ten seconds where the projector at work is killed', async () => {
    const api = await start({ FRESHNESS_WAIT_MS: '10000' });
    const admin = await HttpClient.firstAdmin(api.address, api.oneTimePassword ?? '');
    const atWork = await projecting();
    const { freshness } = await admin.post('/campaigns', { name: 'Vår' });
    expect(await admin.get('/campaigns', freshness)).toMatchObject({ status: 200 });
    await waiting();
    await killed(atWork);
    const { freshness: later } = await admin.post('/campaigns', { name: 'Höst' });
    expect(await campaignsSeen(admin, later)).toEqual(['Höst', 'Vår']);
  });
});
