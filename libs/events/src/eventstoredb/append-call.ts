import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Appended } from '../store/event-store.js';
import type { AppendAnswers } from './append-answers.js';
import type { Append } from './append-requests.js';
import type { BatchCall } from './connection.js';
import { AppendUnanswered, isRefusal, named } from './server-errors.js';
import { idText } from './wire-values.js';

export interface Pending {
  readonly append: Append;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** One open call that many appends share; each is answered by its id, and an answer that nobody awaits is nobody's. */
export class AppendCall {
  private readonly pending = new Map<string, Pending>();
  isOver = false;

  constructor(
    private readonly call: BatchCall,
    private readonly answers: AppendAnswers,
  ) {
    call.on('data', this.take);
    call.on('error', this.fail);
    call.on('end', () => this.fail(new Error('the server ended the call')));
  }

  send(id: string, request: Parameters<BatchCall['write']>[0], pending: Pending): void {
    this.pending.set(id, pending);
    this.call.write(request);
  }

  /** Waits no longer for one of them; the others are none the worse for it. */
  giveUp(id: string, cause: Error): void {
    this.pending.get(id)?.reject(new AppendUnanswered(cause));
    this.pending.delete(id);
  }

  end(): void {
    this.call.end();
  }

  private readonly take = (answer: BatchAppendResp): void => {
    const id = idText(answer.getCorrelationId());
    const pending = this.pending.get(id);
    if (!pending) return;
    this.pending.delete(id);
    try {
      pending.resolve(this.answers.read(answer, pending.append));
    } catch (error) {
      pending.reject(isRefusal(error) || error instanceof AppendUnanswered ? error : new AppendUnanswered(error));
    }
  };

  private readonly fail = (error: Error): void => {
    this.isOver = true;
    const cause = named(error);
    for (const id of this.pending.keys()) this.giveUp(id, cause);
  };
}
