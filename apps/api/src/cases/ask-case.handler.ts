import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PutBackCase, TakeCase } from '#domain/case/case.commands';
import type { Cause } from '#events/deciding/cause';
import type { Saved } from '../shared/saved.js';
import type { CaseDto } from './case.dto.js';
import { CaseDesk } from './case-desk.js';

/** Takes a case or puts it back. */
export class AskCase extends Command<Saved<CaseDto>> {
  constructor(
    readonly caseId: string,
    readonly request: TakeCase | PutBackCase,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(AskCase)
export class AskCaseHandler implements ICommandHandler<AskCase> {
  constructor(private readonly desk: CaseDesk) {}

  execute({ caseId, request, cause }: AskCase): Promise<Saved<CaseDto>> {
    return this.desk.ask(caseId, request, cause);
  }
}
