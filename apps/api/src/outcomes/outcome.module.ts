import { Module } from '@nestjs/common';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { LockSlots } from '#processes/lock-slots';
import { OutcomeAftermath } from '#processes/outcome-aftermath';
import { CallModule } from '../calls/call.module.js';
import { ServingModule } from '../serving/serving.module.js';
import { CorrectOutcomeHandler } from './correct-outcome.handler.js';
import { HeadOffices } from './head-offices.js';
import { LikelyDoubles } from './likely-doubles.js';
import { OutcomeController } from './outcome.controller.js';
import { OutcomeDesk } from './outcome-desk.js';
import { OutcomePreparation } from './outcome-preparation.js';
import { OrderPreviewController } from './order-preview.controller.js';
import { PreviewOrderHandler } from './preview-order.query.js';
import { RecordOutcomeHandler } from './record-outcome.handler.js';
import { SaveAndNextHandler } from './save-and-next.handler.js';

const PROCESSES = [LockSlots, OutcomeAftermath].map((process) => ({
  provide: process,
  useFactory: (runner: DecisionRunner) => new process(runner),
  inject: [DecisionRunner],
}));

@Module({
  imports: [CallModule, ServingModule],
  controllers: [OutcomeController, OrderPreviewController],
  providers: [
    ...PROCESSES,
    HeadOffices,
    LikelyDoubles,
    OutcomePreparation,
    OutcomeDesk,
    RecordOutcomeHandler,
    CorrectOutcomeHandler,
    SaveAndNextHandler,
    PreviewOrderHandler,
  ],
})
export class OutcomeModule {}
