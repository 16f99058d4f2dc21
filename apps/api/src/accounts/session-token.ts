import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { validate } from 'uuid';

const SECRET_BYTES = 32;
const BEARER = /^Bearer (?<sessionId>[0-9a-f-]{36})\.(?<secret>[\w-]{43})$/;

/** What a client carries: which session, and the secret that only it knows. */
export interface SessionToken {
  readonly sessionId: string;
  readonly secret: string;
}

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** All that is stored of the secret. It is random and long, so a plain hash keeps it. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const textOf = ({ sessionId, secret }: SessionToken): string => `${sessionId}.${secret}`;

/** From the Authorization header; `undefined` for anything of another form. */
export function tokenOf(authorization: string | undefined): SessionToken | undefined {
  const { sessionId, secret } = BEARER.exec(authorization ?? '')?.groups ?? {};
  return sessionId !== undefined && secret !== undefined && validate(sessionId) ? { sessionId, secret } : undefined;
}

/** Takes the same time whatever the secret is. */
export const isSecret = (secret: string, secretHash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOfSecret(secret)), Buffer.from(secretHash));
