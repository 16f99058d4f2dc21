import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { HandOut } from './hand-out.js';
import type { EmptyQueueDto } from './handed-out.dto.js';

/** Why is the queue empty: how many cards of the round wait, by reason. */
export class ExplainQueue extends Query<EmptyQueueDto> {
  constructor(
    readonly roundId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

@QueryHandler(ExplainQueue)
export class ExplainQueueHandler implements IQueryHandler<ExplainQueue> {
  constructor(private readonly handOut: HandOut) {}

  async execute({ roundId, cause }: ExplainQueue): Promise<EmptyQueueDto> {
    return { reasons: await this.handOut.reasonsIn(roundId, cause) };
  }
}
