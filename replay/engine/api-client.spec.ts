import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ApiClient } from './api-client.js';
import { Connections } from './connections.js';

describe('a client of the engine', () => {
  let server: Server;
  let connections: Connections;
  let keys: (string | undefined)[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  beforeEach(async () => {
    keys = [];
    server = createServer((request, response) => {
      // The cast: a header that is sent once.
      keys.push(request.headers['idempotency-key'] as string | undefined);
      answer(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    // The cast: it listens on a port.
    connections = new Connections([`http://127.0.0.1:${(server.address() as AddressInfo).port}`], 1);
  });

  afterEach(async () => {
    await connections.close();
    server.close();
    server.closeAllConnections();
  });

  const ends = (status: number, body: object) => (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status).end(JSON.stringify(body));
  };
  const command = { method: 'POST', path: '/campaigns' } as const;

  test('sends a command again under its own key where the engine dies or is not ready', async () => {
    const answers = [
      (request: IncomingMessage) => request.socket.destroy(),
      ends(503, { code: 'store.unavailable' }),
      ends(201, { campaignId: 'one' }),
    ];
    answer = (request, response) => answers.shift()?.(request, response);
    expect((await new ApiClient(connections).send(command)).body).toEqual({ campaignId: 'one' });
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    answer = ends(201, {});
    await new ApiClient(connections).send(command);
    expect(new Set(keys).size).toBe(2);
  });

  test('tells a refusal by its code, at once', async () => {
    answer = ends(409, { code: 'card.locked' });
    await expect(new ApiClient(connections).send(command)).rejects.toMatchObject({ status: 409, code: 'card.locked' });
    expect(keys).toHaveLength(1);
  });
});
