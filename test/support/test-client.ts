import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '#events/contracts/index';
import type { LightMyRequestResponse } from 'fastify';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Answer = LightMyRequestResponse;
export type Headers = Readonly<Record<string, string>>;

/** Somebody who makes requests, signed in or not. Paths begin after `/api`. */
export class TestClient {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly own: Headers = {},
  ) {}

  get(path: string, headers?: Headers): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: object, headers?: Headers): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body?: object, headers?: Headers): Promise<Answer> {
    return this.send('PUT', path, body, headers);
  }

  delete(path: string, headers?: Headers): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers);
  }

  send(method: Method, path: string, body?: object, headers: Headers = {}): Promise<Answer> {
    return this.app.inject({ method, url: `/api${path}`, headers: { ...this.own, ...headers }, payload: body });
  }
}

/** A client with the account that it is signed in with. */
export class SignedInClient extends TestClient {
  constructor(
    app: NestFastifyApplication,
    readonly accountId: string,
    readonly role: Role,
    readonly token: string,
  ) {
    super(app, { authorization: `Bearer ${token}` });
  }
}

export const PASSWORD = 'en lösenmening för prov';

interface SessionBody {
  readonly token: string;
  readonly account: { readonly accountId: string; readonly role: Role };
}

/** Signs in; throws the answer's body where that is refused, so that a test shows why. */
export async function signIn(app: NestFastifyApplication, username: string, password: string): Promise<SignedInClient> {
  return clientOf(app, await new TestClient(app).post('/sessions', { username, password }));
}

/** Signs in with a one-time password and changes it to PASSWORD. */
export async function signInFirst(
  app: NestFastifyApplication,
  username: string,
  oneTime: string,
): Promise<SignedInClient> {
  const first = await signIn(app, username, oneTime);
  return clientOf(app, await first.put('/me/password', { currentPassword: oneTime, newPassword: PASSWORD }));
}

function clientOf(app: NestFastifyApplication, answer: Answer): SignedInClient {
  if (answer.statusCode >= 300) throw new Error(answer.body);
  const { token, account } = answer.json<SessionBody>();
  return new SignedInClient(app, account.accountId, account.role, token);
}
