import type { Role } from '#events/contracts/account.events';
import type { Cause } from '#events/deciding/cause';

/** Who makes the request. */
export interface SignedIn {
  readonly accountId: string;
  readonly role: Role;
  readonly sessionId: string;
  /** The password was given out once: nothing else may be done before it is changed. */
  readonly mustChangePassword: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard; absent on public routes. */
    signedIn?: SignedIn;
    /** R20: worked out when it is asked for. */
    readonly cause: Cause;
    /** What was asked under the client's Idempotency-Key, where it sent one. */
    keyed?: { readonly commandId: string; readonly fingerprint: string };
  }
}
