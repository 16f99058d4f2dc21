import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { ClientLanguage } from '../shared/language.decorator.js';
import type { Language } from '../texts/texts.js';
import { OrderPreviewDto, PreviewOrderDto } from './preview-order.dto.js';
import { PreviewOrder } from './preview-order.query.js';

const OK = 200;

@ApiTags('outcomes')
@Controller('cards/:cardId/order-preview')
export class OrderPreviewController {
  constructor(private readonly queries: QueryBus) {}

  @Post()
  @Roles('caller', 'lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({
    summary: 'What an order would be: the text to read aloud, the totals and what is to be confirmed; records nothing',
  })
  @ApiOkResponse({ type: OrderPreviewDto })
  preview(
    @Id('cardId') cardId: string,
    @Body() asked: PreviewOrderDto,
    @ClientLanguage() language: Language,
  ): Promise<OrderPreviewDto> {
    return this.queries.execute(new PreviewOrder(cardId, asked, language));
  }
}
