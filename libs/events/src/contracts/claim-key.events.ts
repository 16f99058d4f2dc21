import { NOTHING_PERSONAL, type ContractsOf, type DomainEvent, type Instant } from './domain-event.js';

// Streams `companynumber-{hmac}`, `workplace-{hmac}`, `externalid-{hmac}`, `username-{hmac}`: who holds a unique key.
// These names are the storage format. Never rename one; add a version and an upcast step.

/** The first claimer holds the key; it may claim before what it stands for exists. */
export type KeyClaimed = DomainEvent<'KeyClaimed', { readonly holderId: string; readonly claimedAt: Instant }>;

export type ClaimKeyEvent = KeyClaimed;

export const claimKeyContracts: ContractsOf<ClaimKeyEvent> = { KeyClaimed: NOTHING_PERSONAL };
