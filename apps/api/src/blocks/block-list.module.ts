import { Module } from '@nestjs/common';
import { BlockListController } from './block-list.controller.js';
import { ListBlocksHandler } from './list-blocks.query.js';

@Module({ controllers: [BlockListController], providers: [ListBlocksHandler] })
export class BlockListModule {}
