import type { TestApp } from './test-app.js';
import type { SignedInClient } from './test-client.js';

export interface EventStream {
  readonly status: number;
  readonly contentType: string;
  /** The data of the next event; undefined once the server has ended the stream. */
  next(): Promise<unknown>;
  leave(): void;
}

/** Follows a route of server-sent events over a connection of its own. */
export async function openEventStream(api: TestApp, client: SignedInClient, path: string): Promise<EventStream> {
  if (!api.app.getHttpServer().listening) await api.app.listen(0, '127.0.0.1');
  return followEvents(`${await api.app.getUrl()}/api${path}`, client.token);
}

export async function followEvents(url: string, token: string): Promise<EventStream> {
  const leaving = new AbortController();
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: leaving.signal });
  const events = eventsOf(answer.body ?? new ReadableStream());
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? '',
    next: async () => (await events.next()).value,
    leave: () => leaving.abort(),
  };
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, undefined> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const messages = (text + chunk).split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const data = message.split('\n').find((line) => line.startsWith('data: '));
      if (data !== undefined) yield JSON.parse(data.slice('data: '.length));
    }
  }
  return undefined;
}
