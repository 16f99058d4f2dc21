import { Pool, type FormData } from 'undici';

const ERRORS_FROM = 400;

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

/** Speaks JSON over kept connections, as whoever the token says. */
export class ApiClient {
  private constructor(
    private readonly pool: Pool,
    private readonly token?: string,
  ) {}

  static at(url: string, connections: number): ApiClient {
    return new ApiClient(new Pool(url, { connections }));
  }

  /** The same connections for somebody else. */
  as(token: string): ApiClient {
    return new ApiClient(this.pool, token);
  }

  /** @throws Refused. The cast: the answer's shape is the API's promise. */
  async send<Body>(call: Call): Promise<Answer<Body>> {
    const { statusCode, headers, body } = await this.pool.request({
      method: call.method,
      path: `/api${call.path}`,
      headers: this.headersOf(call),
      body: call.form ?? (call.body ? JSON.stringify(call.body) : null),
    });
    const text = await body.text();
    const answer = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    if (statusCode >= ERRORS_FROM) throw new Refused(call, statusCode, String(answer['code']), answer);
    const freshness = headers['freshness-token'];
    return { body: answer as Body, ...(typeof freshness === 'string' && { freshness }) };
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  private headersOf({ body, freshness }: Call): Record<string, string> {
    return {
      ...(body && { 'content-type': 'application/json' }),
      ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
      ...(freshness !== undefined && { 'freshness-token': freshness }),
    };
  }
}
