import { Module } from '@nestjs/common';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { Renewals } from '#processes/renewals/renewals';
import { ReadStore } from '#read-models/store/read-store';
import { CallModule } from '../calls/call.module.js';
import { ConfirmRenewalsHandler } from './confirm-renewals.handler.js';
import { ListRenewalsHandler } from './list-renewals.query.js';
import { RenewalController } from './renewal.controller.js';
import { ViewsOrderFinder } from './views-order-finder.js';

@Module({
  imports: [CallModule],
  controllers: [RenewalController],
  providers: [
    {
      provide: Renewals,
      useFactory: (runner: DecisionRunner, views: ReadStore) => new Renewals(runner, new ViewsOrderFinder(views)),
      inject: [DecisionRunner, ReadStore],
    },
    ListRenewalsHandler,
    ConfirmRenewalsHandler,
  ],
})
export class RenewalModule {}
