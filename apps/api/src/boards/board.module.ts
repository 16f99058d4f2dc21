import { Module } from '@nestjs/common';
import { ListOwnCallbacksHandler } from './list-own-callbacks.query.js';
import { OwnCallbacksController } from './own-callbacks.controller.js';

@Module({ controllers: [OwnCallbacksController], providers: [ListOwnCallbacksHandler] })
export class BoardModule {}
