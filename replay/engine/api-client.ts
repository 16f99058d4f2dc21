import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { errors, type FormData, type Pool } from 'undici';
import type { Connections } from './connections.js';

const ERRORS_FROM = 400;
const UNAVAILABLE = 503;
const AGAIN_AFTER_MS = 100;
/** Longer than any restart of the engine takes. */
const PATIENCE_MS = 120_000;
const AWAY: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/api`. */
  readonly path: string;
  readonly body?: object;
  /** In place of a JSON body. */
  readonly form?: FormData;
  /** The answer must know at least this moment of the log. */
  readonly freshness?: string | undefined;
}

/** `freshness`: the moment of the log at which the command was saved. */
export interface Answer<Body> {
  readonly body: Body;
  readonly freshness?: string;
}

/** The engine's refusal, by its stable code. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly call: Pick<Call, 'method' | 'path'>,
    readonly status: number,
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>>,
  ) {
    super(`${call.method} ${call.path}: ${status} ${code}`);
  }
}

/** Speaks JSON over kept connections to one of the engine's processes, as whoever the token says. */
export class ApiClient {
  private readonly pool: Pool;

  constructor(
    private readonly connections: Connections,
    private readonly token?: string,
  ) {
    this.pool = connections.next();
  }

  /** Somebody else, at the process whose turn it is. */
  as(token: string): ApiClient {
    return new ApiClient(this.connections, token);
  }

  /**
   * A command has a key, and is sent again under it while the engine is away: it is carried out once.
   * @throws Refused. The cast: the answer's shape is the API's promise.
   */
  async send<Body>(call: Call): Promise<Answer<Body>> {
    const key = call.method === 'GET' ? undefined : randomUUID();
    for (const until = performance.now() + PATIENCE_MS; ;) {
      await this.connections.open;
      try {
        return await this.sendTo<Body>(this.pool, call, key);
      } catch (error) {
        if (!isAway(error) || performance.now() > until) throw error;
      }
      await pause(AGAIN_AFTER_MS);
    }
  }

  /** What each process must hear for itself, while everybody else waits, too. @throws Refused */
  async tellAll(call: Call): Promise<void> {
    for (const pool of this.connections.pools) await this.sendTo(pool, call);
  }

  private async sendTo<Body>(pool: Pool, call: Call, key?: string): Promise<Answer<Body>> {
    const { statusCode, headers, body } = await pool.request({
      method: call.method,
      path: `/api${call.path}`,
      headers: { ...this.headersOf(call), ...(key !== undefined && { 'idempotency-key': key }) },
      body: call.form ?? (call.body ? JSON.stringify(call.body) : null),
    });
    const text = await body.text();
    const answer = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    if (statusCode >= ERRORS_FROM) throw new Refused(call, statusCode, String(answer['code']), answer);
    const freshness = headers['freshness-token'];
    return { body: answer as Body, ...(typeof freshness === 'string' && { freshness }) };
  }

  private headersOf({ body, freshness }: Call): Record<string, string> {
    return {
      ...(body && { 'content-type': 'application/json' }),
      ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
      ...(freshness !== undefined && { 'freshness-token': freshness }),
    };
  }
}

function isAway(error: unknown): boolean {
  if (error instanceof Refused) return error.status === UNAVAILABLE;
  if (error instanceof errors.UndiciError) return AWAY.has(error.code);
  return error instanceof Error && AWAY.has((error as NodeJS.ErrnoException).code ?? '');
}
