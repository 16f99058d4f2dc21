import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Told {
  readonly delivery: string | undefined;
  readonly signature: string | undefined;
  readonly body: string;
}

/** A webhook on a free port that keeps what it is told. */
export interface Hook {
  readonly url: string;
  readonly told: readonly Told[];
  /** What it answers with. */
  status: number;
  close(): Promise<void>;
}

export async function startHook(): Promise<Hook> {
  const told: Told[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { 'aterkom-delivery': delivery, 'aterkom-signature': signature } = request.headers;
      told.push({ delivery: delivery?.toString(), signature: signature?.toString(), body });
      response.writeHead(hook.status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // The cast: it listens on a port.
  const { port } = server.address() as AddressInfo;
  const hook: Hook = {
    url: `http://127.0.0.1:${port}/hook`,
    told,
    status: 204,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return hook;
}
