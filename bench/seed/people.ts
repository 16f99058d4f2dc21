import { createHash } from 'node:crypto';
import type { AccountEvent, Role, SessionEvent } from '#events/contracts/index';
import { accountStream, sessionStream } from '#events/contracts/stream-names';
import { callerIdOf, idOf, SEEDED_AT } from './names.js';
import type { SeedAppend } from './seed-append.js';

const EXPIRES_AT = '2100-01-01T00:00:00.000Z';

interface Person {
  readonly accountId: string;
  readonly username: string;
  readonly role: Role;
}

const callerOf = (index: number): Person => ({
  accountId: callerIdOf(index),
  username: `caller.${index}`,
  role: 'caller',
});
const ADMIN: Person = { accountId: idOf('admin'), username: 'office', role: 'admin' };
const SERVICE: Person = { accountId: idOf('service'), username: 'clock', role: 'service' };

const sessionIdOf = ({ accountId }: Person): string => idOf('session', accountId);
const secretOf = ({ accountId }: Person): string =>
  createHash('sha256').update(`secret ${accountId}`).digest('base64url');
const tokenFor = (person: Person): string => `${sessionIdOf(person)}.${secretOf(person)}`;

/** What the caller's requests carry. */
export const tokenOf = (index: number): string => tokenFor(callerOf(index));

/** Whoever carries it may move the clock. */
export const serviceToken = tokenFor(SERVICE);

/** Whoever carries it works in the admin inbox. */
export const adminToken = tokenFor(ADMIN);

/** Everybody is signed in already: hashing their passwords would take longer than what is measured. */
export const staff = (callers: number): readonly SeedAppend[] =>
  [SERVICE, ADMIN, ...Array.from({ length: callers }, (_, index) => callerOf(index))].flatMap(signedIn);

const signedIn = (person: Person): readonly SeedAppend[] => [
  { streamId: accountStream(person.accountId), events: accountEvents(person) },
  { streamId: sessionStream(sessionIdOf(person)), events: [sessionStarted(person)] },
];

const accountEvents = ({ accountId, username, role }: Person): readonly AccountEvent[] => [
  {
    type: 'AccountOpened',
    data: { username, displayName: username, role, openedBy: 'service:bench', openedAt: SEEDED_AT },
  },
  { type: 'PasswordSet', data: { passwordHash: 'none', oneTime: false, setBy: accountId, setAt: SEEDED_AT } },
];

function sessionStarted(person: Person): SessionEvent {
  const secretHash = createHash('sha256').update(secretOf(person)).digest('hex');
  const { accountId } = person;
  return { type: 'SessionStarted', data: { accountId, secretHash, startedAt: SEEDED_AT, expiresAt: EXPIRES_AT } };
}
