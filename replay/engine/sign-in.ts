import { randomBytes } from 'node:crypto';
import type { ApiClient } from './api-client.js';

export type Role = 'caller' | 'lead' | 'admin' | 'auditor' | 'service';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface Session {
  readonly token: string;
  readonly mustChangePassword: boolean;
  readonly account: { readonly accountId: string };
}

export interface Signed {
  readonly accountId: string;
  readonly client: ApiClient;
}

/** A one-time password is changed at once, to one that nobody keeps. */
export async function signIn(client: ApiClient, { username, password }: Credentials): Promise<Signed> {
  const { body } = await client.send<Session>({ method: 'POST', path: '/sessions', body: { username, password } });
  const session = body.mustChangePassword ? await changePassword(client.as(body.token), password) : body;
  return { accountId: session.account.accountId, client: client.as(session.token) };
}

async function changePassword(client: ApiClient, currentPassword: string): Promise<Session> {
  const body = { currentPassword, newPassword: randomBytes(24).toString('base64url') };
  return (await client.send<Session>({ method: 'PUT', path: '/me/password', body })).body;
}

/** Opens an account and signs in to it. */
export async function openAccount(admin: ApiClient, username: string, role: Role): Promise<Signed> {
  const opened = await admin.send<{ oneTimePassword: string }>({
    method: 'POST',
    path: '/accounts',
    body: { username, displayName: username, role },
  });
  return signIn(admin, { username, password: opened.body.oneTimePassword });
}
