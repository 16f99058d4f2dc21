import { Module } from '@nestjs/common';
import { AskCaseHandler } from './ask-case.handler.js';
import { CaseController } from './case.controller.js';
import { CaseDesk } from './case-desk.js';
import { CaseEffects } from './case-effects.js';
import { CaseListController } from './case-list.controller.js';
import { CountCasesHandler } from './count-cases.query.js';
import { GetCaseHandler } from './get-case.query.js';
import { ListCasesHandler } from './list-cases.query.js';
import { ResolveCaseHandler } from './resolve-case.handler.js';
import { SearchCasesHandler } from './search-cases.query.js';
import { TakeCasesHandler } from './take-cases.handler.js';
import { ListWebhookDeliveriesHandler } from './list-webhook-deliveries.query.js';
import { WebhookController } from './webhook.controller.js';

@Module({
  controllers: [CaseListController, CaseController, WebhookController],
  providers: [
    CaseDesk,
    CaseEffects,
    AskCaseHandler,
    TakeCasesHandler,
    ResolveCaseHandler,
    ListCasesHandler,
    CountCasesHandler,
    SearchCasesHandler,
    GetCaseHandler,
    ListWebhookDeliveriesHandler,
  ],
})
export class CaseModule {}
