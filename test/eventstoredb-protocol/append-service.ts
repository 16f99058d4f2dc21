import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { AppendAnswers } from './append-answers.js';
import { bytesOf, expectedIn, MAX_APPEND_BYTES, proposedIn } from './append-messages.js';
import type { ProtocolLog } from './protocol-log.js';
import { nameOf } from './requests.js';
import { rpcErrors } from './rpc-errors.js';
import type { Protocol } from './protocol.js';
import type { Proposed } from './stored.js';

/** The older append call, one call for one append: what a client uses where the call carries credentials of its own. */
export class AppendService {
  private readonly answers: AppendAnswers;

  constructor(
    protocol: Protocol,
    private readonly log: ProtocolLog,
  ) {
    this.answers = new AppendAnswers(protocol);
  }

  readonly append = (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    let options: AppendReq.Options | undefined;
    const events: Proposed[] = [];
    call.on('data', (request: AppendReq) => {
      options = request.getOptions() ?? options;
      const message = request.getProposedMessage();
      if (message) events.push(proposedIn(message));
    });
    call.on('end', () => {
      if (options) this.store(options, events, answer);
      else answer(rpcErrors.unknown('no options'));
    });
  };

  private store(options: AppendReq.Options, events: readonly Proposed[], answer: sendUnaryData<AppendResp>): void {
    const name = nameOf(options.getStreamIdentifier());
    if (name === '') {
      answer(rpcErrors.unknown('no stream name'));
      return;
    }
    if (bytesOf(events) > MAX_APPEND_BYTES) {
      answer(rpcErrors.appendTooLarge(MAX_APPEND_BYTES));
      return;
    }
    const expected = expectedIn(options, options.getRevision());
    const appended = this.log.append(name, events, expected);
    if (appended.outcome === 'stream-deleted') answer(rpcErrors.streamDeleted(name));
    else if (appended.outcome === 'stored') answer(null, this.answers.success(appended));
    else answer(null, this.answers.conflict(expected, appended.actual));
  }
}
