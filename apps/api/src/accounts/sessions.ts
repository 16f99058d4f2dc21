import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { accountDecider } from '#domain/account/account.decider';
import { isLive, sessionDecider, type StartedSession } from '#domain/session/session.decider';
import { accountStream, sessionStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { Clock } from '#runtime/clock';
import type { SignedIn } from '../shared/signed-in.js';
import { SessionHasEnded, SignInRequired } from './access.errors.js';
import { isSecret, tokenOf, type SessionToken } from './session-token.js';

const REMEMBERED = 10_000;
/** Within this time another process learns of a sign-out or a deactivation; this one knows at once. */
const REMEMBERED_FOR_MS = 5000;

interface Verified {
  readonly signedIn: SignedIn;
  readonly session: StartedSession;
}

/** Whose token it is. Remembers for seconds, so that a request does not read two streams each time. */
@Injectable()
export class Sessions {
  private readonly verified = new LRUCache<string, Verified>({ max: REMEMBERED, ttl: REMEMBERED_FOR_MS });
  /** Grows when something is forgotten: what was being read meanwhile may be older and is not remembered. */
  private forgotten = 0;

  constructor(
    private readonly decisions: DecisionRunner,
    private readonly clock: Clock,
  ) {}

  /** @throws SignInRequired, SessionHasEnded */
  verify(authorization: string | undefined): SignedIn | Promise<SignedIn> {
    if (authorization === undefined) throw new SignInRequired();
    const token = tokenOf(authorization);
    if (!token) throw new SessionHasEnded();
    const known = this.verified.get(token.sessionId);
    return known ? this.admit(known, token) : this.read(token.sessionId).then((read) => this.admit(read, token));
  }

  /** To be called by whoever ends a session. */
  forgetSession(sessionId: string): void {
    this.forgotten += 1;
    this.verified.delete(sessionId);
  }

  /** To be called by whoever changes an account's role, password or standing. */
  forgetAccount(accountId: string): void {
    this.forgotten += 1;
    for (const [sessionId, { signedIn }] of this.verified.entries()) {
      if (signedIn.accountId === accountId) this.verified.delete(sessionId);
    }
  }

  private admit({ signedIn, session }: Verified, { secret }: SessionToken): SignedIn {
    if (!isSecret(secret, session.secretHash) || !isLive(session, this.clock.now())) throw new SessionHasEnded();
    return signedIn;
  }

  private async read(sessionId: string): Promise<Verified> {
    const before = this.forgotten;
    const { state: session, events } = await this.decisions.load(sessionDecider, sessionStream(sessionId));
    if (!isLive(session, this.clock.now())) throw new SessionHasEnded();
    const signedIn = await this.signedIn(sessionId, session, events[0]?.position ?? 0n);
    const verified = { signedIn, session };
    if (before === this.forgotten) this.verified.set(sessionId, verified);
    return verified;
  }

  /** A new password ends every session that began under an earlier one. */
  private async signedIn(sessionId: string, { accountId }: StartedSession, startedAt: bigint): Promise<SignedIn> {
    const { state: account, events } = await this.decisions.load(accountDecider, accountStream(accountId));
    const newPassword = events.some(({ type, position }) => type === 'PasswordSet' && position > startedAt);
    if (account.status !== 'active' || newPassword) throw new SessionHasEnded();
    return { accountId, role: account.role, sessionId, mustChangePassword: account.mustChangePassword };
  }
}
