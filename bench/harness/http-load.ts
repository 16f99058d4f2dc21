import { Pool } from 'undici';
import { percentile } from './rounds.js';

const ERRORS_FROM = 400;

export interface LoadRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token: string;
  readonly body?: object;
}

export interface LoadAnswer {
  readonly status: number;
  readonly body: string;
}

/** @throws UnexpectedAnswer */
export type Send = (request: LoadRequest) => Promise<LoadAnswer>;

export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  constructor({ method, path }: LoadRequest, { status, body }: LoadAnswer) {
    super(`${method} ${path}: ${status} ${body.slice(0, 500)}`);
  }
}

/** How long answers took, and how many there were a second. */
export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** A fixed number of kept connections to one server. */
export class Connections {
  private readonly pool: Pool;

  constructor(
    url: string,
    readonly count: number,
  ) {
    this.pool = new Pool(url, { connections: count, pipelining: 1 });
  }

  readonly send: Send = async (request) => {
    const { method, path, token, body } = request;
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
    const answer = await this.pool.request({ method, path, headers, body: body ? JSON.stringify(body) : null });
    const read = { status: answer.statusCode, body: await answer.body.text() };
    if (read.status >= ERRORS_FROM) throw new UnexpectedAnswer(request, read);
    return read;
  };

  /** One conversation on each connection, all at once. */
  async talk(conversation: (connection: number) => Promise<void>): Promise<void> {
    await Promise.all(Array.from({ length: this.count }, (_, connection) => conversation(connection)));
  }

  async close(): Promise<void> {
    await this.pool.close();
  }
}

/** Times what goes through `send` while `work` runs. */
export async function timed(send: Send, work: (timedSend: Send) => Promise<void>): Promise<LoadResult> {
  const latencies: number[] = [];
  const began = performance.now();
  await work(async (request) => {
    const sentAt = performance.now();
    const answer = await send(request);
    latencies.push(performance.now() - sentAt);
    return answer;
  });
  const seconds = (performance.now() - began) / 1000;
  return {
    perSecond: latencies.length / seconds,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  };
}
