import { NOTHING_PERSONAL, type ContractsOf, type DomainEvent, type Instant } from './domain-event.js';

// Streams `account-{id}` (a user), `session-{id}` (one sign-in) and `caller-{id}` (the priority locks a caller holds, R24).
// These names are the storage format. Never rename one; add a version and an upcast step.

export type Role = 'caller' | 'lead' | 'admin' | 'auditor' | 'service';

export type AccountOpened = DomainEvent<
  'AccountOpened',
  {
    readonly username: string;
    readonly displayName: string;
    readonly role: Role;
    readonly openedBy: string;
    readonly openedAt: Instant;
  }
>;
/** `passwordHash` is an argon2id hash in PHC form. `oneTime`: must be changed at the first sign-in. */
export type PasswordSet = DomainEvent<
  'PasswordSet',
  { readonly passwordHash: string; readonly oneTime: boolean; readonly setBy: string; readonly setAt: Instant }
>;
export type RoleChanged = DomainEvent<
  'RoleChanged',
  { readonly role: Role; readonly changedBy: string; readonly changedAt: Instant }
>;
/** R24: names who receives the locks and callbacks. */
export type AccountDeactivated = DomainEvent<
  'AccountDeactivated',
  {
    readonly receiverId?: string;
    readonly deactivatedBy: string;
    readonly reason: string;
    readonly deactivatedAt: Instant;
  }
>;
export type AccountReactivated = DomainEvent<
  'AccountReactivated',
  { readonly reactivatedBy: string; readonly reactivatedAt: Instant }
>;
export type AccountEvent = AccountOpened | PasswordSet | RoleChanged | AccountDeactivated | AccountReactivated;

/** `secretHash`: SHA-256 of the bearer token's secret part, hex. */
export type SessionStarted = DomainEvent<
  'SessionStarted',
  { readonly accountId: string; readonly secretHash: string; readonly startedAt: Instant; readonly expiresAt: Instant }
>;
export type SessionEnded = DomainEvent<'SessionEnded', { readonly endedBy: string; readonly endedAt: Instant }>;
export type SessionEvent = SessionStarted | SessionEnded;

/** R24: a slot is taken before the card is locked, so that the limit holds for concurrent promises. */
export type LockSlotTaken = DomainEvent<
  'LockSlotTaken',
  { readonly lockId: string; readonly cardId: string; readonly takenAt: Instant }
>;
export type LockSlotFreed = DomainEvent<'LockSlotFreed', { readonly lockId: string; readonly freedAt: Instant }>;
export type CallerEvent = LockSlotTaken | LockSlotFreed;

export const accountContracts: ContractsOf<AccountEvent | SessionEvent | CallerEvent> = {
  AccountOpened: { version: 1, personal: { username: 'caller', displayName: 'caller' } },
  PasswordSet: { version: 1, personal: { passwordHash: 'caller' } },
  RoleChanged: NOTHING_PERSONAL,
  AccountDeactivated: { version: 1, personal: { reason: 'caller' } },
  AccountReactivated: NOTHING_PERSONAL,
  SessionStarted: NOTHING_PERSONAL,
  SessionEnded: NOTHING_PERSONAL,
  LockSlotTaken: NOTHING_PERSONAL,
  LockSlotFreed: NOTHING_PERSONAL,
};
