import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StoreUnavailable } from '#events/store/event-store.errors';
import { MongodbProtocolServer } from '../../../../test/mongodb-protocol/mongodb-protocol-server.js';
import { startViewsServer, type ViewsServer } from '../../../../test/mongodb-protocol/views-server.js';
import { reactorProgressContract } from '#processes/testing/reactor-progress.contract';
import { MongodbReactorProgress } from './mongodb-reactor-progress.js';

describe('over the protocol', () => {
  let server: ViewsServer;

  beforeAll(async () => {
    server = await startViewsServer();
  });

  afterAll(() => server.close());

  reactorProgressContract('MongodbReactorProgress', () => {
    const url = server.urlOf(`reactors-${randomUUID()}`);
    const opened: MongodbReactorProgress[] = [];
    const reopen = (): MongodbReactorProgress => {
      const progress = new MongodbReactorProgress(url);
      opened.push(progress);
      return progress;
    };
    const dispose = (): void => {
      for (const progress of opened) void progress.close();
    };
    return { progress: reopen(), reopen, dispose };
  });

  test('two that save at once end at the highest position', async () => {
    const url = server.urlOf(`reactors-${randomUUID()}`);
    const progress = new MongodbReactorProgress(url);
    const positions = Array.from({ length: 50 }, (_, at) => BigInt((at * 37) % 50));
    await Promise.all(positions.map((position) => progress.save(new Map([['blocks', position]]))));
    expect(await progress.positionOf('blocks')).toBe(49n);
    await progress.close();
  });
});

test('a server that is gone is told by name, and found when it is there', async () => {
  const server = await MongodbProtocolServer.start();
  const progress = new MongodbReactorProgress(server.urlOf('gone'), { timeoutMs: 100 });
  server.crash();
  await expect(progress.positionOf('blocks')).rejects.toThrow(StoreUnavailable);
  await server.restart();
  expect(await progress.positionOf('blocks')).toBe(0n);
  await progress.close();
  await server.close();
});
