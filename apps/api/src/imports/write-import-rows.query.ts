import type { Readable } from 'node:stream';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EventStore } from '#events/store/event-store';
import type { Language } from '../texts/texts.js';
import { mustExist } from './list-import-rows.query.js';
import { rowsAfter } from './report/import-rows.js';
import { rowsCsv } from './report/rows-csv.js';

/** The whole report as CSV, written while it is read. */
export class WriteImportRows extends Query<Readable> {
  constructor(
    readonly importId: string,
    readonly language: Language,
  ) {
    super();
  }
}

@QueryHandler(WriteImportRows)
export class WriteImportRowsHandler implements IQueryHandler<WriteImportRows> {
  constructor(private readonly store: EventStore) {}

  async execute({ importId, language }: WriteImportRows): Promise<Readable> {
    await mustExist(this.store, importId);
    return rowsCsv(rowsAfter(this.store, importId, 0), language);
  }
}
