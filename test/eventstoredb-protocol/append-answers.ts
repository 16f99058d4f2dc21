import anys from 'google-protobuf/google/protobuf/any_pb.js';
import empties from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Message } from 'google-protobuf';
import type { AppendResp, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { MAX_APPEND_BYTES } from './append-messages.js';
import type { Protocol } from './protocol.js';
import { NO_REVISION, type Appended, type Expected } from './stored.js';

const { Any } = anys;
const { Empty } = empties;

type Stored = Extract<Appended, { outcome: 'stored' }>;

/** Builds what the two append calls answer. */
export class AppendAnswers {
  constructor(private readonly protocol: Protocol) {}

  success({ revision, position }: Stored): AppendResp {
    const { AppendResp } = this.protocol.streams;
    const at = new AppendResp.Position();
    at.setCommitPosition(String(position)).setPreparePosition(String(position));
    const success = new AppendResp.Success().setPosition(at);
    if (revision === NO_REVISION) success.setNoStream(new this.protocol.shared.Empty());
    else success.setCurrentRevision(String(revision));
    return new AppendResp().setSuccess(success);
  }

  conflict(expected: Expected, actual: number): AppendResp {
    const { AppendResp } = this.protocol.streams;
    const { Empty: Nothing } = this.protocol.shared;
    const wrong = new AppendResp.WrongExpectedVersion();
    if (actual === NO_REVISION) wrong.setCurrentNoStream(new Nothing());
    else wrong.setCurrentRevision(String(actual));
    if (expected === 'no-stream') wrong.setExpectedNoStream(new Nothing());
    else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new Nothing());
    else if (expected === 'any') wrong.setExpectedAny(new Nothing());
    else wrong.setExpectedRevision(String(expected));
    return new AppendResp().setWrongExpectedVersion(wrong);
  }

  batchSuccess({ revision, position }: Stored): BatchAppendResp {
    const { BatchAppendResp } = this.protocol.streams;
    const at = new this.protocol.shared.AllStreamPosition();
    at.setCommitPosition(String(position)).setPreparePosition(String(position));
    const success = new BatchAppendResp.Success().setPosition(at);
    if (revision === NO_REVISION) success.setNoStream(new Empty());
    else success.setCurrentRevision(String(revision));
    return new BatchAppendResp().setSuccess(success);
  }

  batchConflict(expected: Expected, actual: number): BatchAppendResp {
    const wrong = new this.protocol.shared.WrongExpectedVersion();
    if (actual === NO_REVISION) wrong.setCurrentNoStream(new Empty());
    else wrong.setCurrentStreamRevision(String(actual));
    if (expected === 'no-stream') wrong.setExpectedNoStream(new Empty());
    else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new Empty());
    else if (expected === 'any') wrong.setExpectedAny(new Empty());
    else wrong.setExpectedStreamPosition(String(expected));
    return this.failure('WrongExpectedVersion', wrong);
  }

  tooLarge(): BatchAppendResp {
    const { MaximumAppendSizeExceeded } = this.protocol.shared;
    return this.failure(
      'MaximumAppendSizeExceeded',
      new MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_BYTES),
    );
  }

  streamDeleted(): BatchAppendResp {
    return this.failure('StreamDeleted', new this.protocol.shared.StreamDeleted());
  }

  timeout(): BatchAppendResp {
    return this.failure('Timeout', new this.protocol.shared.Timeout());
  }

  badRequest(what: string): BatchAppendResp {
    return this.failure('BadRequest', new this.protocol.shared.BadRequest().setMessage(what), what);
  }

  /** A real server packs nothing but an empty message here, and says it in words. */
  tooBusy(): BatchAppendResp {
    return this.withDetails('google.protobuf.Empty', new Empty(), 'Server Is Busy');
  }

  private failure(name: string, detail: Message, message = name): BatchAppendResp {
    return this.withDetails(`event_store.client.${name}`, detail, message);
  }

  private withDetails(typeName: string, detail: Message, message: string): BatchAppendResp {
    const details = new Any();
    details.pack(detail.serializeBinary(), typeName);
    const status = new this.protocol.status.Status().setMessage(message).setDetails(details);
    return new this.protocol.streams.BatchAppendResp().setError(status);
  }
}
