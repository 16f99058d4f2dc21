import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { AskCase } from './ask-case.handler.js';
import { CaseDto } from './case.dto.js';
import { ResolveCaseDto, TakeCasesDto, TakenCasesDto } from './case-requests.dto.js';
import { ResolveCase } from './resolve-case.handler.js';
import { TakeCases } from './take-cases.handler.js';

const OK = 200;

/** The admin inbox, to work in. */
@ApiTags('cases')
@Controller('cases')
export class CaseController {
  constructor(private readonly commands: CommandBus) {}

  @Post('take')
  @Roles('admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Take several cases at once; those that another has are told apart' })
  @ApiOkResponse({ type: TakenCasesDto })
  takeAll(@Body() { caseIds }: TakeCasesDto, @RequestCause() cause: Cause): Promise<Saved<TakenCasesDto>> {
    return this.commands.execute(new TakeCases(caseIds, cause));
  }

  @Post(':caseId/take')
  @Roles('admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Take a case: nobody else works on it' })
  @ApiOkResponse({ type: CaseDto })
  take(@Id('caseId') caseId: string, @RequestCause() cause: Cause): Promise<Saved<CaseDto>> {
    const data = { takenBy: cause.actor, now: cause.occurredAt };
    return this.commands.execute(new AskCase(caseId, { type: 'TakeCase', data }, cause));
  }

  @Post(':caseId/put-back')
  @Roles('admin')
  @HttpCode(OK)
  @ApiOperation({ summary: "Put a case back for others; also a colleague's" })
  @ApiOkResponse({ type: CaseDto })
  putBack(@Id('caseId') caseId: string, @RequestCause() cause: Cause): Promise<Saved<CaseDto>> {
    const data = { putBackBy: cause.actor, now: cause.occurredAt };
    return this.commands.execute(new AskCase(caseId, { type: 'PutBackCase', data }, cause));
  }

  @Post(':caseId/resolve')
  @Roles('admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Resolve a case with what was done; the effect is carried out first' })
  @ApiOkResponse({ type: CaseDto })
  resolve(
    @Id('caseId') caseId: string,
    @Body() body: ResolveCaseDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CaseDto>> {
    return this.commands.execute(new ResolveCase(caseId, body, cause));
  }
}
