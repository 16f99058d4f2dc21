import 'reflect-metadata';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { MongodbProjectionStore } from '#read-models/mongodb/mongodb-projection-store';
import type { Environment } from '#runtime/config';
import { eventStoreProtocol } from '../../../../../test/eventstoredb-protocol/eventstore-protocol.js';
import { ProtocolServer } from '../../../../../test/eventstoredb-protocol/protocol-server.js';
import { MongodbProtocolServer } from '../../../../../test/mongodb-protocol/mongodb-protocol-server.js';
import { SmallInstallation, type Ran } from '../testing/small-installation.js';
import { moveLogCommand } from './move-log.command.js';

const THERE = ['--from', 'embedded', '--to', 'servers'];
const BACK = ['--from', 'servers', '--to', 'embedded'];

describe('aterkom move-log', () => {
  let small: SmallInstallation;
  let log: ProtocolServer;
  let views: MongodbProtocolServer;
  let servers: Environment;

  beforeEach(async () => {
    small = await SmallInstallation.make();
    log = await new ProtocolServer(eventStoreProtocol).start();
    views = await MongodbProtocolServer.start({ isReplicaSet: true });
    const pepper = join(small.environment.DATA_DIR, 'pepper');
    const outbox = join(small.environment.DATA_DIR, 'outbox');
    servers = {
      EVENTSTORE_URL: log.url,
      MONGODB_URL: views.urlOf('views'),
      PEPPER_FILE: pepper,
      OUTBOX_DIR: outbox,
    };
    await small.run('accounts', 'open', 'anna', 'Anna Ek', 'caller');
    await small.importCards('a', 'b', 'c');
  });

  afterEach(async () => {
    log.stop();
    await views.close();
    small.remove();
  });

  const move = (places: readonly string[], more: Environment = {}): Promise<Ran> =>
    small.runWith({ ...servers, ...more }, 'move-log', ...places);
  /** What stands in the log, but for each store's own positions and times. */
  const events = async (where: Environment): Promise<object[]> => {
    const { out } = await small.runWith(where, 'export');
    const lines = out.trim().split('\n');
    return lines.map((line) => ({ ...(JSON.parse(line) as object), position: '', recordedAt: '' }));
  };

  test('R20: there and back every event and every row is the same', async () => {
    const { exitCode, out, err } = await move([...THERE, '--json']);
    expect([exitCode, err]).toEqual([0, '']);
    const before = await events({});
    expect(JSON.parse(out)).toMatchObject({ events: before.length });
    expect(await events(servers)).toEqual(before);
    expect(await small.runWith(servers, 'verify')).toMatchObject({ exitCode: 0 });
    expect((await small.runWith(servers, 'accounts', 'list')).out).toContain('Anna Ek');

    const back = { DATA_DIR: join(small.folder, 'back') };
    expect((await move(BACK, back)).exitCode).toBe(0);
    copyFileSync(servers['PEPPER_FILE'] ?? '', join(back.DATA_DIR, 'pepper'));
    expect(await events(back)).toEqual(before);
    expect(await small.runWith(back, 'verify')).toMatchObject({ exitCode: 0 });
  });

  test('run again copies what has come since', async () => {
    await move(THERE);
    await small.importCards('d');
    expect((await move(THERE)).exitCode).toBe(0);
    expect(await events(servers)).toEqual(await events({}));
  });

  test('never mixes two installations', async () => {
    const other = await SmallInstallation.make();
    const pepper = { DATA_DIR: other.environment.DATA_DIR, PEPPER_FILE: join(other.environment.DATA_DIR, 'pepper') };
    expect((await move(THERE, pepper)).exitCode).toBe(0);
    other.remove();
    expect(await move(THERE)).toMatchObject({ exitCode: 1, out: '', err: expect.stringMatching(/does not hold/) });
  });

  test('waits for nobody: an engine that runs in one of the places is to be stopped first', async () => {
    const store = new MongodbProjectionStore(servers['MONGODB_URL'] ?? '');
    await store.acquireLease('a projector', 60_000);
    expect(await move(THERE)).toMatchObject({ exitCode: 1, err: expect.stringMatching(/is running/) });
    await store.close();
  });

  test('sees an API that runs alone on files in either place', async () => {
    await small.onLog(async (open) => {
      await open.head();
      expect(await move(THERE)).toMatchObject({ exitCode: 1, err: expect.stringMatching(/is running/) });
    });
    const back = { DATA_DIR: join(small.folder, 'back') };
    const other = new SqliteEventStore({ file: join(back.DATA_DIR, 'events.sqlite') });
    await other.head();
    expect(await move(BACK, back)).toMatchObject({ exitCode: 1, err: expect.stringMatching(/is running/) });
    await other.close();
  });

  test('says so where somebody writes to the log while the read models are built', async () => {
    const writing: Promise<void>[] = [];
    const screen = new Writable({
      write: (bar, _, done) => {
        if (writing.length === 0 && String(bar).includes('read models')) writing.push(small.importCards('late'));
        done();
      },
    });
    const err = Object.assign(screen, { isTTY: true, clearLine: () => true, cursorTo: () => true });
    const terminal = { environment: { ...small.environment, ...servers }, out: new PassThrough(), err };
    await expect(moveLogCommand(terminal).parseAsync(THERE, { from: 'user' })).rejects.toThrow(/written to while/);
    await Promise.all(writing);
    expect((await move(THERE)).exitCode).toBe(0);
  });

  test('asks for the pepper that the log was made with, two places, and servers', async () => {
    const pepper = { PEPPER_FILE: undefined, PEPPER: 'q'.repeat(32) };
    expect(await move(THERE, pepper)).toMatchObject({ exitCode: 1, err: expect.stringMatching(/pepper/) });
    expect(await move(['--from', 'servers', '--to', 'servers'])).toMatchObject({ exitCode: 2 });
    expect(await move(['--from', 'embedded', '--to', 'the moon'])).toMatchObject({ exitCode: 2 });
    expect(await small.run('move-log', ...THERE)).toMatchObject({ exitCode: 2 });
    const nowhere = join(small.folder, 'nowhere');
    mkdirSync(nowhere);
    expect(await move(THERE, { DATA_DIR: nowhere })).toMatchObject({ exitCode: 2 });
  });
});
