import { Controller, Get, Sse, UseGuards, type MessageEvent } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { fromEvent, type Observable } from 'rxjs';
import { ReadStore } from '#read-models/store/read-store';
import { Stopping } from '../operations/stopping.js';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { BoardDto } from './board.dto.js';
import { GetBoard } from './get-board.query.js';
import { KnownRoundGuard } from './known-round.guard.js';
import { liveAnswers, whenever } from './live.js';

@ApiTags('boards')
@Controller('rounds/:roundId/board')
export class BoardController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: ReadStore,
    private readonly stopping: Stopping,
  ) {}

  @Get()
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'What happens in a round now: cards by status, callers today, who has which card' })
  @ApiOkResponse({ type: BoardDto })
  get(@Id('roundId') roundId: string): Promise<BoardDto> {
    return this.queries.execute(new GetBoard(roundId));
  }

  /** A round that there is not is refused before the stream begins. */
  @Sse('live')
  @Roles('lead', 'admin', 'auditor')
  @UseGuards(KnownRoundGuard)
  @ApiOperation({
    summary: 'The same as server-sent events, at most one a second; after 15 minutes the client connects anew',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: BoardDto })
  follow(@Id('roundId') roundId: string): Observable<MessageEvent> {
    return liveAnswers({
      changes: whenever((signal) => this.views.changes(signal)),
      read: () => this.get(roundId),
      essenceOf: ({ at: _, ...board }: BoardDto) => JSON.stringify(board),
      stopping: fromEvent(this.stopping.signal, 'abort'),
    });
  }
}
