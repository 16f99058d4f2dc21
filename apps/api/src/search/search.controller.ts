import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../shared/access.decorators.js';
import { CardsFoundDto, CardSearchDto } from './search.dto.js';
import { SearchCards } from './search-cards.query.js';

const OK = 200;

@ApiTags('cards')
@Controller('cards')
export class SearchController {
  constructor(private readonly queries: QueryBus) {}

  @Post('search')
  @Roles('caller', 'lead', 'admin', 'auditor')
  @HttpCode(OK)
  @ApiOperation({
    summary: 'Find cards by phone, company number or name; a POST, since a URL must hold nothing personal',
  })
  @ApiOkResponse({ type: CardsFoundDto })
  search(@Body() search: CardSearchDto): Promise<CardsFoundDto> {
    return this.queries.execute(new SearchCards(search));
  }
}
