import { Module } from '@nestjs/common';
import { FiguresModule } from '../figures/figures.module.js';
import { CasesReportController } from './cases-report.controller.js';
import { ConversionController } from './conversion.controller.js';
import { GetCasesReportHandler } from './get-cases-report.query.js';
import { GetConversionHandler } from './get-conversion.query.js';
import { GetOrdersReportHandler } from './get-orders-report.query.js';
import { GetMailReportHandler } from './get-mail-report.query.js';
import { ListCasesBehindHandler } from './list-cases-behind.query.js';
import { ListMailsBehindHandler } from './list-mails-behind.query.js';
import { MailReportController } from './mail-report.controller.js';
import { ListOrdersBehindHandler } from './list-orders-behind.query.js';
import { ListOutcomesBehindHandler } from './list-outcomes-behind.query.js';
import { OrdersReportController } from './orders-report.controller.js';

@Module({
  imports: [FiguresModule],
  controllers: [OrdersReportController, ConversionController, MailReportController, CasesReportController],
  providers: [
    GetOrdersReportHandler,
    ListOrdersBehindHandler,
    GetConversionHandler,
    ListOutcomesBehindHandler,
    GetMailReportHandler,
    ListMailsBehindHandler,
    GetCasesReportHandler,
    ListCasesBehindHandler,
  ],
})
export class ReportModule {}
