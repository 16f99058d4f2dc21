import { Module } from '@nestjs/common';
import { SearchCardsHandler } from './search-cards.query.js';
import { SearchController } from './search.controller.js';

@Module({ controllers: [SearchController], providers: [SearchCardsHandler] })
export class SearchModule {}
