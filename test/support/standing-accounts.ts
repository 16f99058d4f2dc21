import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '#events/contracts/index';
import { accountStream, sessionStream } from '#events/contracts/stream-names';
import type { EventStore } from '#events/store/event-store';
import { write, written } from '#read-models/testing/written-log';
import { hashOfSecret, newSecret, textOf } from '../../apps/api/src/accounts/session-token.js';
import { atMost } from '../../replay/engine/at-most.js';
import type { Hire } from '../../replay/engine/staff.js';

const WRITING = 20;
const FAR_OFF = '2100-01-01T00:00:00.000Z';

/** Accounts and their sessions are put into the log, without passwords, which take an engine seconds to hash. */
export const standingAccounts =
  (log: EventStore, at: Instant): Hire =>
  (admin, role, names) =>
    atMost(WRITING, names, async (name) => {
      const [accountId, sessionId, secret] = [uuidv7(), uuidv7(), newSecret()];
      const account = { username: name, displayName: name, role, openedBy: 'test', openedAt: at };
      const session = { accountId, secretHash: hashOfSecret(secret), startedAt: at, expiresAt: FAR_OFF };
      const events = [
        ...written(accountStream(accountId), { type: 'AccountOpened', data: account }),
        ...written(sessionStream(sessionId), { type: 'SessionStarted', data: session }),
      ];
      await write(log, events, at);
      return { accountId, client: admin.as(textOf({ sessionId, secret })) };
    });
