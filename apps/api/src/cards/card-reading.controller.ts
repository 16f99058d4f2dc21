import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { CardWithHistory } from './card-history.dto.js';
import { GetCard } from './get-card.query.js';

@ApiTags('cards')
@Controller('cards')
export class CardReadingController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':cardId')
  @Roles('caller', 'lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'A card with its state in every round and everything that happened to it (R20)' })
  @ApiOkResponse({ type: CardWithHistory })
  get(@Id('cardId') cardId: string): Promise<CardWithHistory> {
    return this.queries.execute(new GetCard(cardId));
  }
}
