import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { expectedIn } from './append-messages.js';
import type { ProtocolLog } from './protocol-log.js';
import { nameOf } from './requests.js';
import { rpcErrors } from './rpc-errors.js';
import type { Protocol } from './protocol.js';

/** Delete: the stream is gone until somebody begins it anew. Tombstone: it is gone for ever. */
export class DeleteService {
  constructor(
    private readonly protocol: Protocol,
    private readonly log: ProtocolLog,
  ) {}

  readonly delete = (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>): void => {
    const { DeleteResp } = this.protocol.streams;
    this.remove(call.request.getOptions(), 'soft', answer, (at) => {
      const position = new DeleteResp.Position().setCommitPosition(at).setPreparePosition(at);
      return new DeleteResp().setPosition(position);
    });
  };

  readonly tombstone = (
    call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
    answer: sendUnaryData<TombstoneResp>,
  ): void => {
    const { TombstoneResp } = this.protocol.streams;
    this.remove(call.request.getOptions(), 'tombstone', answer, (at) => {
      const position = new TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at);
      return new TombstoneResp().setPosition(position);
    });
  };

  private remove<Answer>(
    options: DeleteReq.Options | TombstoneReq.Options | undefined,
    kind: 'soft' | 'tombstone',
    answer: sendUnaryData<Answer>,
    answerAt: (position: string) => Answer,
  ): void {
    if (!options) {
      answer(rpcErrors.unknown('no options'));
      return;
    }
    const name = nameOf(options.getStreamIdentifier());
    const removed = this.log.remove(name, expectedIn(options, options.getRevision()), kind);
    if (removed.outcome === 'stream-deleted') answer(rpcErrors.streamDeleted(name));
    else if (removed.outcome === 'stored') answer(null, answerAt(String(removed.position)));
    else answer(rpcErrors.wrongExpectedVersion(name, options.getRevision(), String(removed.actual)));
  }
}
