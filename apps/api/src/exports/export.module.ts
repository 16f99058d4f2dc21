import { Module } from '@nestjs/common';
import { ExportController } from './export.controller.js';
import { WriteExportHandler } from './write-export.query.js';

@Module({ controllers: [ExportController], providers: [WriteExportHandler] })
export class ExportModule {}
