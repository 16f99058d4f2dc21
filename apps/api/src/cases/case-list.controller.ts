import { Body, Controller, Get, HttpCode, Post, Query, Sse, type MessageEvent } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { fromEvent, type Observable } from 'rxjs';
import { ReadStore } from '#read-models/store/read-store';
import { liveAnswers, whenever } from '../boards/live.js';
import { Stopping } from '../operations/stopping.js';
import { CardSearchDto } from '../search/search.dto.js';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { Me } from '../shared/me.decorator.js';
import type { SignedIn } from '../shared/signed-in.js';
import { CaseCountsDto, CasesDto, CaseWithHistoryDto, InboxDto } from './case.dto.js';
import { CasesAskedDto } from './case-requests.dto.js';
import { CountCases } from './count-cases.query.js';
import { GetCase } from './get-case.query.js';
import { ListCases } from './list-cases.query.js';
import { SearchCases } from './search-cases.query.js';

const OK = 200;

/** The admin inbox, to read. */
@ApiTags('cases')
@Controller('cases')
export class CaseListController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: ReadStore,
    private readonly stopping: Stopping,
  ) {}

  @Get()
  @Roles('admin', 'lead', 'auditor')
  @ApiOperation({ summary: 'Cases: open ones by urgency and age, done ones newest first' })
  @ApiOkResponse({ type: CasesDto })
  list(@Query() asked: CasesAskedDto, @Me() { accountId }: SignedIn): Promise<CasesDto> {
    return this.queries.execute(new ListCases(asked, accountId));
  }

  @Get('counts')
  @Roles('admin', 'lead', 'auditor')
  @ApiOperation({ summary: 'How many cases there are of each kind and status' })
  @ApiOkResponse({ type: CaseCountsDto })
  counts(): Promise<CaseCountsDto> {
    return this.queries.execute(new CountCases());
  }

  @Sse('live')
  @Roles('admin', 'lead', 'auditor')
  @ApiOperation({
    summary:
      'The first page of open cases and the counts as server-sent events, at most one a second; after 15 minutes the client connects anew',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: InboxDto })
  follow(@Me() { accountId }: SignedIn): Observable<MessageEvent> {
    return liveAnswers({
      changes: whenever((signal) => this.views.changes(signal)),
      read: () => this.inbox(accountId),
      essenceOf: ({ cases, counts }: InboxDto) =>
        JSON.stringify([cases.map(({ ageMinutes: _, ...one }) => one), counts]),
      stopping: fromEvent(this.stopping.signal, 'abort'),
    });
  }

  @Post('search')
  @Roles('admin', 'lead', 'auditor')
  @HttpCode(OK)
  @ApiOperation({
    summary:
      'Cases of workplaces found by name, telephone or company number, and of orders with that number; a POST, for a URL must hold nothing personal',
  })
  @ApiOkResponse({ type: CasesDto })
  search(@Body() search: CardSearchDto): Promise<CasesDto> {
    return this.queries.execute(new SearchCases(search));
  }

  @Get(':caseId')
  @Roles('admin', 'lead', 'auditor')
  @ApiOperation({ summary: 'One case with everything that became of it' })
  @ApiOkResponse({ type: CaseWithHistoryDto })
  get(@Id('caseId') caseId: string): Promise<CaseWithHistoryDto> {
    return this.queries.execute(new GetCase(caseId));
  }

  private async inbox(accountId: string): Promise<InboxDto> {
    const [page, counts] = await Promise.all([
      this.queries.execute(new ListCases({}, accountId)),
      this.queries.execute(new CountCases()),
    ]);
    return { ...page, ...counts };
  }
}
