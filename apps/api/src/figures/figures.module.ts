import { Module } from '@nestjs/common';
import { FiguresController } from './figures.controller.js';
import { GetFiguresHandler } from './get-figures.query.js';

@Module({ controllers: [FiguresController], providers: [GetFiguresHandler] })
export class FiguresModule {}
