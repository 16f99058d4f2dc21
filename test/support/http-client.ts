import { followEvents, type EventStream } from './event-stream.js';
import { PASSWORD, type Method } from './test-client.js';

export interface HttpAnswer<T> {
  readonly status: number;
  readonly body: T;
  /** What a query is sent to see this command; absent where nothing was saved. */
  readonly freshness?: string;
}

/** Somebody who makes requests to a process, signed in or not. Paths begin after `/api`. */
export class HttpClient {
  constructor(
    private readonly address: string,
    private readonly token?: string,
  ) {}

  /** With the password that the first start tells, which is changed at once. */
  static async firstAdmin(address: string, oneTimePassword: string): Promise<HttpClient> {
    const first = await new HttpClient(address).signIn('admin', oneTimePassword);
    return first.changePassword(oneTimePassword);
  }

  async signIn(username: string, password: string): Promise<HttpClient> {
    const { body } = await this.post<{ token: string }>('/sessions', { username, password });
    return new HttpClient(this.address, body.token);
  }

  async changePassword(currentPassword: string): Promise<HttpClient> {
    const { body } = await this.send<{ token: string }>('PUT', '/me/password', {
      currentPassword,
      newPassword: PASSWORD,
    });
    return new HttpClient(this.address, body.token);
  }

  /** The same session at another process. */
  at(address: string): HttpClient {
    return new HttpClient(address, this.token);
  }

  get<T = unknown>(path: string, freshness?: string): Promise<HttpAnswer<T>> {
    return this.send<T>('GET', path, undefined, freshness);
  }

  post<T = unknown>(path: string, body: object): Promise<HttpAnswer<T>> {
    return this.send<T>('POST', path, body);
  }

  /** As whoever looks after the process asks it. @returns the code where it is not ready */
  async readiness(): Promise<string> {
    const answer = await fetch(`${this.address}/ready`);
    const { code, status } = (await answer.json()) as { readonly code?: string; readonly status: string };
    return code ?? status;
  }

  follow(path: string): Promise<EventStream> {
    return followEvents(`${this.address}/api${path}`, this.token ?? '');
  }

  private async send<T>(method: Method, path: string, body?: object, freshness?: string): Promise<HttpAnswer<T>> {
    const headers = {
      ...(body && { 'content-type': 'application/json' }),
      ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
      ...(freshness !== undefined && { 'freshness-token': freshness }),
    };
    const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${this.address}/api${path}`, sent);
    const token = answer.headers.get('freshness-token');
    const text = await answer.text();
    // The cast: what the route is documented to answer.
    const read = (text === '' ? undefined : JSON.parse(text)) as T;
    return { status: answer.status, body: read, ...(token !== null && { freshness: token }) };
  }
}
