import { NOTHING_PERSONAL, type ContractsOf, type DomainEvent, type Instant } from './domain-event.js';

// Stream `installation-this`: what the store was made with.
// These names are the storage format. Never rename one; add a version and an upcast step.

/** `pepperFingerprint`: a start with another pepper is refused, for its blocks would vanish. */
export type InstallationCreated = DomainEvent<
  'InstallationCreated',
  { readonly storeId: string; readonly pepperFingerprint: string; readonly createdAt: Instant }
>;

export type InstallationEvent = InstallationCreated;

export const installationContracts: ContractsOf<InstallationEvent> = { InstallationCreated: NOTHING_PERSONAL };
