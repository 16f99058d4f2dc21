import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { caseDecider } from '#domain/case/case.decider';
import { CaseUnknown } from '#domain/case/case.errors';
import { caseStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { ReadStore } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { entryShown } from '../shared/history.js';
import { accountNames } from '../shared/names.js';
import type { CaseWithHistoryDto } from './case.dto.js';
import { caseShown, namesIn } from './cases-shown.js';

export class GetCase extends Query<CaseWithHistoryDto> {
  constructor(readonly caseId: string) {
    super();
  }
}

/** From its own stream, so that it is never stale; names from the views. */
@QueryHandler(GetCase)
export class GetCaseHandler implements IQueryHandler<GetCase> {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ caseId }: GetCase): Promise<CaseWithHistoryDto> {
    const { state, events } = await this.decisions.load(caseDecider, caseStream(caseId));
    if (state.status === 'unraised') throw new CaseUnknown();
    const names = await namesIn(this.views, [state]);
    const actors = await accountNames(
      this.views,
      events.map(({ metadata }) => metadata.actor),
    );
    return {
      ...caseShown(caseId, state, names, this.clock.now()),
      history: events.map((event) => entryShown(event, event.data, actors)),
    };
  }
}
