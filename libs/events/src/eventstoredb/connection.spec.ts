import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { HandTimers } from '../testing/hand-timers.js';
import { Connection } from './connection.js';
import { dbClient } from './db-client.js';

const PATIENCE_MS = 10_000;
/** As often as usual, so that it would take 50 s, and at once again when the node is gone. */
const LOOKS = 'discoveryInterval=1&maxDiscoverAttempts=10';

const sockets = new Set<Socket>();
let silent: Server;

beforeEach(async () => {
  silent = createServer((socket) => sockets.add(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
  await once(silent, 'listening');
});
afterEach(() => {
  silent.close();
  for (const socket of sockets) socket.destroy();
});

test('a node of the cluster that never answers is not waited for, neither for a call nor at the end', async () => {
  const { port } = silent.address() as AddressInfo;
  const timers = new HandTimers();
  const address = `esdb+discover://127.0.0.1:${port}?tls=false&${LOOKS}`;
  const connection = new Connection(dbClient, address, { timers, patienceMs: PATIENCE_MS });
  const asked = Promise.allSettled([connection.batchAppend(), connection.facts()]);
  timers.elapse(PATIENCE_MS);
  const late = { status: 'rejected', reason: { name: 'StoreUnavailable', reason: 'timed-out' } };
  expect(await asked).toMatchObject([late, late]);
  await connection.close();
});
