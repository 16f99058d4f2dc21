import { Module } from '@nestjs/common';
import { CallModule } from '../calls/call.module.js';
import { AddNumberHandler } from './add-number.handler.js';
import { AskCardHandler } from './ask-card.handler.js';
import { CardCareController } from './card-care.controller.js';
import { CardReadingController } from './card-reading.controller.js';
import { ClaimController } from './claim.controller.js';
import { GetCardHandler } from './get-card.query.js';
import { OpenCardHandler } from './open-card.handler.js';
import { ReopenCardHandler } from './reopen-card.handler.js';

@Module({
  imports: [CallModule],
  controllers: [ClaimController, CardCareController, CardReadingController],
  providers: [AskCardHandler, OpenCardHandler, ReopenCardHandler, AddNumberHandler, GetCardHandler],
})
export class CardModule {}
