import { Module } from '@nestjs/common';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { OrderCancellation } from '#processes/orders/order-cancellation';
import { CallModule } from '../calls/call.module.js';
import { AskOrderHandler } from './ask-order.handler.js';
import { CancelOrderHandler } from './cancel-order.handler.js';
import { ChangeOrderHandler } from './change-order.handler.js';
import { GetOrderHandler } from './get-order.query.js';
import { ListOrdersHandler } from './list-orders.query.js';
import { ListOwnOrdersHandler } from './list-own-orders.query.js';
import { OrderController } from './order.controller.js';
import { OrderDesk } from './order-desk.js';
import { OrderListController } from './order-list.controller.js';
import { SearchOrdersHandler } from './search-orders.query.js';

@Module({
  imports: [CallModule],
  controllers: [OrderListController, OrderController],
  providers: [
    {
      provide: OrderCancellation,
      useFactory: (runner: DecisionRunner) => new OrderCancellation(runner),
      inject: [DecisionRunner],
    },
    OrderDesk,
    ChangeOrderHandler,
    CancelOrderHandler,
    AskOrderHandler,
    GetOrderHandler,
    ListOrdersHandler,
    ListOwnOrdersHandler,
    SearchOrdersHandler,
  ],
})
export class OrderModule {}
