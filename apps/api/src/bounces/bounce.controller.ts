import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Public } from '../shared/access.decorators.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { BounceReportDto, BounceTakenDto } from './bounce.dto.js';
import { SignedBody } from './signed-body.js';
import { TakeBounce } from './take-bounce.handler.js';

const OK = 200;

@ApiTags('orders')
@Controller('bounces')
export class BounceController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Public()
  @SignedBody()
  @HttpCode(OK)
  @ApiOperation({
    summary:
      'Tell what became of a thank-you mail (R17), with a signed body; a bounce becomes a case. A mail that is not ours is told in the answer',
  })
  @ApiOkResponse({ type: BounceTakenDto })
  take(@Body() report: BounceReportDto, @RequestCause() cause: Cause): Promise<Saved<BounceTakenDto>> {
    return this.commands.execute(new TakeBounce(report, cause));
  }
}
