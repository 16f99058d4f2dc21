import type { ServiceError } from '@grpc/grpc-js';
import { EventTooLarge, RevisionConflict, StoreUnavailable } from '../store/event-store.errors.js';
import type { UnavailableReason } from '../store/event-store.errors.js';

/** An append without an answer that says what became of it. Stays in this folder: it is looked up in the log. */
export class AppendUnanswered extends Error {
  override readonly name = 'AppendUnanswered';
  constructor(cause: unknown) {
    super('the append was not answered', { cause });
  }
}

/** The server sent something that the protocol does not allow. */
export class BadAnswer extends StoreUnavailable {
  constructor(what: string) {
    super('bad-answer', `event store: ${what}`);
  }
}

/** By gRPC status code; 1 and 13 are how a connection is told that broke in the middle of a call. */
const REASONS: ReadonlyMap<number, UnavailableReason> = new Map([
  [1, 'unreachable'],
  [4, 'timed-out'],
  [7, 'access-denied'],
  [8, 'overloaded'],
  [10, 'timed-out'],
  [13, 'unreachable'],
  [14, 'unreachable'],
  [16, 'access-denied'],
]);

/** As the transport throws it; an error of another kind has none of these. */
type ServerFailure = Partial<Pick<ServiceError, 'code' | 'details' | 'metadata'>>;

function reasonOf({ code, details, metadata }: ServerFailure): UnavailableReason {
  if (metadata?.get('exception').includes('not-leader')) return 'not-leader';
  if (details !== undefined && /too busy/i.test(details)) return 'overloaded';
  // Without a code no server was found to ask.
  return code === undefined ? 'unreachable' : (REASONS.get(code) ?? 'io');
}

export const tooLate = (patienceMs: number): StoreUnavailable =>
  new StoreUnavailable('timed-out', `event store: no answer within ${patienceMs} ms`);

/** A failed call as our own error. The server's words are left to the cause. */
export function named(error: unknown): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  const reason = reasonOf(error as ServerFailure);
  return new StoreUnavailable(reason, `event store: ${reason}`, { cause: error });
}

/** Says for certain that nothing was stored. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof RevisionConflict ||
  error instanceof EventTooLarge ||
  (error instanceof StoreUnavailable && error.reason !== 'bad-answer');

const LASTING: readonly UnavailableReason[] = ['closed', 'access-denied', 'bad-answer'];

/** Worth another try. */
export const isPassing = (error: unknown): boolean =>
  error instanceof StoreUnavailable && !LASTING.includes(error.reason);
