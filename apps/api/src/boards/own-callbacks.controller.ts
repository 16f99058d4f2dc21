import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../shared/access.decorators.js';
import { Me } from '../shared/me.decorator.js';
import type { SignedIn } from '../shared/signed-in.js';
import { ListOwnCallbacks } from './list-own-callbacks.query.js';
import { OwnCallbacksDto } from './own-callbacks.dto.js';

@ApiTags('boards')
@Controller('me')
export class OwnCallbacksController {
  constructor(private readonly queries: QueryBus) {}

  @Get('callbacks')
  @Roles('caller', 'lead', 'admin')
  @ApiOperation({ summary: "One's own promises to return, and how late they are (R24)" })
  @ApiOkResponse({ type: OwnCallbacksDto })
  list(@Me() { accountId }: SignedIn): Promise<OwnCallbacksDto> {
    return this.queries.execute(new ListOwnCallbacks(accountId));
  }
}
