import { StoreUnavailable } from '../store/event-store.errors.js';

type Reason = StoreUnavailable['reason'];

/** SQLite's primary result codes; its extended ones begin with them. */
const REASONS: readonly (readonly [code: string, reason: Reason])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_IOERR', 'io'],
  ['SQLITE_CANTOPEN', 'io'],
  ['SQLITE_CORRUPT', 'io'],
  ['SQLITE_NOTADB', 'io'],
  ['SQLITE_PERM', 'io'],
  ['SQLITE_READONLY', 'io'],
];

/** The class of the error is the one of whoever loaded the driver first in this process; its code tells enough. */
function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}

const reasonOf = (error: unknown): Reason | undefined => REASONS.find(([code]) => codeOf(error).startsWith(code))?.[1];

/** A trigger of the file has refused the statement; the transaction goes on without it. */
export const isRefusedByTrigger = (error: unknown): boolean => codeOf(error) === 'SQLITE_CONSTRAINT_TRIGGER';

export const isBusy = (error: unknown): boolean => reasonOf(error) === 'locked';

/** What the file could not do, by its name; anything else is a defect and stays as it is. */
export function named(error: unknown, file: string): unknown {
  const reason = reasonOf(error);
  return reason
    ? new StoreUnavailable(reason, `event log ${file}: ${(error as Error).message}`, { cause: error })
    : error;
}

/** Does something with the file. @throws StoreUnavailable naming it */
export function onFile<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw named(error, file);
  }
}
