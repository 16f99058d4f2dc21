import { Module } from '@nestjs/common';
import { BoardController } from './board.controller.js';
import { GetBoardHandler } from './get-board.query.js';
import { ListOwnCallbacksHandler } from './list-own-callbacks.query.js';
import { OwnCallbacksController } from './own-callbacks.controller.js';

@Module({
  controllers: [OwnCallbacksController, BoardController],
  providers: [ListOwnCallbacksHandler, GetBoardHandler],
})
export class BoardModule {}
