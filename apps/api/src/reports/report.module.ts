import { Module } from '@nestjs/common';
import { FiguresModule } from '../figures/figures.module.js';
import { ConversionController } from './conversion.controller.js';
import { GetConversionHandler } from './get-conversion.query.js';
import { GetOrdersReportHandler } from './get-orders-report.query.js';
import { ListOrdersBehindHandler } from './list-orders-behind.query.js';
import { ListOutcomesBehindHandler } from './list-outcomes-behind.query.js';
import { OrdersReportController } from './orders-report.controller.js';

@Module({
  imports: [FiguresModule],
  controllers: [OrdersReportController, ConversionController],
  providers: [GetOrdersReportHandler, ListOrdersBehindHandler, GetConversionHandler, ListOutcomesBehindHandler],
})
export class ReportModule {}
