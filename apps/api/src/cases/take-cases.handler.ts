import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '#domain/shared/domain-error';
import { followingFrom, type Cause } from '#events/deciding/cause';
import { saved, type Saved } from '../shared/saved.js';
import type { CaseDto } from './case.dto.js';
import type { NotTakenDto, TakenCasesDto } from './case-requests.dto.js';
import { CaseDesk } from './case-desk.js';

export class TakeCases extends Command<Saved<TakenCasesDto>> {
  constructor(
    readonly caseIds: readonly string[],
    readonly cause: Cause,
  ) {
    super();
  }
}

type Tried = { readonly caseId: string; readonly took: Saved<CaseDto> } | NotTakenDto;

/** Each for itself: one that another has taken keeps nobody from the rest. */
@CommandHandler(TakeCases)
export class TakeCasesHandler implements ICommandHandler<TakeCases> {
  constructor(private readonly desk: CaseDesk) {}

  async execute({ caseIds, cause }: TakeCases): Promise<Saved<TakenCasesDto>> {
    const tried = await Promise.all([...new Set(caseIds)].map((caseId) => this.take(caseId, cause)));
    const took = tried.flatMap((one) => ('took' in one ? [one] : []));
    const notTaken = tried.flatMap((one) => ('took' in one ? [] : [one]));
    const positions = took.flatMap(({ took: { position } }) => (position === undefined ? [] : [{ position }]));
    return saved({ taken: took.map(({ caseId }) => caseId), notTaken }, ...positions);
  }

  private async take(caseId: string, cause: Cause): Promise<Tried> {
    const command = { type: 'TakeCase', data: { takenBy: cause.actor, now: cause.occurredAt } } as const;
    try {
      return { caseId, took: await this.desk.ask(caseId, command, followingFrom(cause, `take/${caseId}`)) };
    } catch (error) {
      if (error instanceof DomainError) return { caseId, code: error.code };
      throw error;
    }
  }
}
