import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Appended } from '../store/event-store.js';
import { EventTooLarge, RevisionConflict, StoreUnavailable } from '../store/event-store.errors.js';
import { revisionAfter } from '../store/expected-revision.js';
import type { Append } from './append-requests.js';
import type { Driver } from './driver.js';
import { AppendUnanswered, BadAnswer } from './server-errors.js';
import { positionOf } from './wire-values.js';

type Failure = NonNullable<ReturnType<BatchAppendResp['getError']>>;

/** Reads what the server answered to one append. */
export class AppendAnswers {
  constructor(private readonly driver: Driver) {}

  /** @throws RevisionConflict, EventTooLarge, StoreUnavailable: nothing was stored. BadAnswer: who knows. */
  read(answer: BatchAppendResp, append: Append): Appended {
    const failure = answer.getError();
    if (failure) throw this.errorOf(failure, append);
    const success = answer.getSuccess();
    if (!success) throw new BadAnswer('neither success nor failure');
    const appended = { revision: Number(success.getCurrentRevision()), position: positionOf(success.getPosition()) };
    if (appended.revision !== lastRevisionOf(append)) throw new BadAnswer('another revision than expected');
    return appended;
  }

  private errorOf(failure: Failure, append: Append): Error {
    const { shared } = this.driver;
    const details = failure.getDetails();
    if (!details) return unsaid(failure.getMessage());
    switch (details.getTypeName()) {
      case 'event_store.client.WrongExpectedVersion': {
        const wrong = shared.WrongExpectedVersion.deserializeBinary(details.getValue_asU8());
        const stands = wrong.hasCurrentStreamRevision() ? Number(wrong.getCurrentStreamRevision()) : 'no-stream';
        return new RevisionConflict(append.streamId, append.expected, stands);
      }
      case 'event_store.client.MaximumAppendSizeExceeded': {
        const exceeded = shared.MaximumAppendSizeExceeded.deserializeBinary(details.getValue_asU8());
        return new EventTooLarge(bytesOf(append), exceeded.getMaxappendsize());
      }
      case 'event_store.client.AccessDenied':
        return new StoreUnavailable('access-denied', 'event store: the account may not append');
      case 'event_store.client.StreamDeleted':
        return new StoreUnavailable('io', `event store: stream ${append.streamId} was deleted for ever`);
      case 'event_store.client.Timeout':
        return new AppendUnanswered(new StoreUnavailable('timed-out', 'event store: the append timed out'));
      case 'event_store.client.BadRequest':
        return new StoreUnavailable('io', 'event store: the append was not understood');
      default:
        return unsaid(failure.getMessage());
    }
  }
}

/** The server says only in words that it has not begun; anything else may have been stored. */
function unsaid(message: string): Error {
  if (/busy/i.test(message)) return new StoreUnavailable('overloaded', 'event store: overloaded');
  if (/not ready/i.test(message)) return new StoreUnavailable('unreachable', 'event store: not ready');
  if (/no leader/i.test(message)) return new StoreUnavailable('not-leader', 'event store: no leader');
  return new BadAnswer(`an append failed with ${JSON.stringify(message)}`);
}

export const lastRevisionOf = ({ expected, events }: Append): number => revisionAfter(expected) + events.length - 1;

const bytesOf = ({ events }: Append): number =>
  events.reduce((sum, { data, metadata }) => sum + Buffer.byteLength(data) + Buffer.byteLength(metadata), 0);
