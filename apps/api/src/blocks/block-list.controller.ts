import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../shared/access.decorators.js';
import { BlocksAskedDto, BlocksDto } from './block-list.dto.js';
import { ListBlocks } from './list-blocks.query.js';

@ApiTags('blocks')
@Controller('blocks')
export class BlockListController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'Who must not be called (R6), newest first; lifted blocks stay in the list' })
  @ApiOkResponse({ type: BlocksDto })
  list(@Query() asked: BlocksAskedDto): Promise<BlocksDto> {
    return this.queries.execute(new ListBlocks(asked));
  }
}
