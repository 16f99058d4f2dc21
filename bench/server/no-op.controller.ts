import { Body, Controller, Post } from '@nestjs/common';
import type { Cause } from '#events/deciding/cause';
import { RecordOutcomeDto } from '../../apps/api/src/outcomes/outcome-report.dto.js';
import { Roles } from '../../apps/api/src/shared/access.decorators.js';
import { Id } from '../../apps/api/src/shared/id.pipe.js';
import { RequestCause } from '../../apps/api/src/shared/request-cause.js';

interface NothingDone {
  readonly cardId: string;
  readonly commandId: string;
}

/** What a POST costs at least: the same guard, pipe and body as an outcome, and nothing done. */
@Controller('bench/cards/:cardId')
export class NoOpController {
  @Post('no-op')
  @Roles('caller')
  doNothing(
    @Id('cardId') cardId: string,
    @Body() _report: RecordOutcomeDto,
    @RequestCause() { commandId }: Cause,
  ): NothingDone {
    return { cardId, commandId };
  }
}
