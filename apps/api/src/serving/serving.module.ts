import { Module } from '@nestjs/common';
import { CallModule } from '../calls/call.module.js';
import { ExplainQueueHandler } from './explain-queue.query.js';
import { CardClaims } from './card-claims.js';
import { HandOut } from './hand-out.js';
import { ServeNextCardHandler } from './serve-next-card.handler.js';
import { ServingController } from './serving.controller.js';

@Module({
  imports: [CallModule],
  controllers: [ServingController],
  providers: [CardClaims, HandOut, ServeNextCardHandler, ExplainQueueHandler],
  exports: [HandOut],
})
export class ServingModule {}
