import { Module } from '@nestjs/common';
import { ChosenRounds } from './chosen-rounds.js';
import { FiguresController } from './figures.controller.js';
import { GetFiguresHandler } from './get-figures.query.js';

@Module({ controllers: [FiguresController], providers: [GetFiguresHandler, ChosenRounds], exports: [ChosenRounds] })
export class FiguresModule {}
