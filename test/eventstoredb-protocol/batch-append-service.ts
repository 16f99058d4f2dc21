import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { AppendAnswers } from './append-answers.js';
import { bytesOf, expectedIn, idOf, MAX_APPEND_BYTES, proposedIn } from './append-messages.js';
import type { AppendFault, Faults } from './faults.js';
import type { ProtocolLog } from './protocol-log.js';
import { nameOf } from './requests.js';
import { rpcErrors } from './rpc-errors.js';
import type { Protocol } from './protocol.js';
import type { Proposed } from './stored.js';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Pending {
  readonly correlation: UUID;
  readonly options: BatchAppendReq.Options;
  readonly events: Proposed[];
}

/** Many appends in one call, each answered by its correlation id. */
export class BatchAppendService {
  private readonly answers: AppendAnswers;

  constructor(
    private readonly protocol: Protocol,
    private readonly log: ProtocolLog,
    private readonly faults: Faults,
    /** Where a client is sent to that asks the wrong node. */
    private readonly leader: () => { readonly host: string; readonly port: number },
  ) {
    this.answers = new AppendAnswers(protocol);
  }

  readonly batchAppend = (call: Call): void => {
    const pending = new Map<string, Pending>();
    call.on('data', (request: BatchAppendReq) => {
      const correlation = request.getCorrelationId();
      if (!correlation) return;
      const id = idOf(correlation);
      const options = request.getOptions();
      if (options) pending.set(id, { correlation, options, events: [] });
      const append = pending.get(id);
      append?.events.push(...request.getProposedMessagesList().map(proposedIn));
      if (!append || !request.getIsFinal()) return;
      pending.delete(id);
      this.meet(call, append);
    });
    call.on('end', () => call.end());
  };

  private meet(call: Call, append: Pending): void {
    const send = (answer: BatchAppendResp): void => {
      const { correlation, options } = append;
      answer.setCorrelationId(correlation).setStreamIdentifier(options.getStreamIdentifier());
      call.write(answer);
    };
    const misbehave: Record<AppendFault, () => unknown> = {
      'drop-before': () => call.emit('error', rpcErrors.unavailable()),
      'drop-after': () => {
        this.store(append);
        call.emit('error', rpcErrors.unavailable());
      },
      late: () => {
        const answer = this.store(append);
        this.faults.hold(() => send(answer));
      },
      twice: () => {
        const answer = this.store(append);
        send(answer);
        send(answer);
      },
      nonsense: () => {
        this.store(append);
        send(new this.protocol.streams.BatchAppendResp());
      },
      'not-leader': () => call.emit('error', rpcErrors.notLeader(this.leader().host, this.leader().port)),
      overloaded: () => send(this.answers.tooBusy()),
      'time-out-before': () => send(this.answers.timeout()),
      'time-out-after': () => {
        this.store(append);
        send(this.answers.timeout());
      },
    };
    const due = this.faults.takeAppend();
    if (due) misbehave[due.fault]();
    else send(this.store(append));
    due?.met();
  }

  private store(append: Pending): BatchAppendResp {
    const refusal = this.refusal(append);
    if (refusal) return refusal;
    const { options, events } = append;
    const name = nameOf(options.getStreamIdentifier());
    const expected = expectedIn(options, options.getStreamPosition());
    const appended = this.log.append(name, events, expected);
    if (appended.outcome === 'stream-deleted') return this.answers.streamDeleted();
    return appended.outcome === 'stored'
      ? this.answers.batchSuccess(appended)
      : this.answers.batchConflict(expected, appended.actual);
  }

  private refusal({ options, events }: Pending): BatchAppendResp | undefined {
    const deadline = options.getDeadline()?.toDate();
    if (deadline && deadline.getTime() <= Date.now()) return this.answers.timeout();
    const names = [nameOf(options.getStreamIdentifier()), ...events.map(({ type }) => type)];
    if (names.includes('')) return this.answers.badRequest('a name is missing');
    return bytesOf(events) > MAX_APPEND_BYTES ? this.answers.tooLarge() : undefined;
  }
}
