import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ImportUnknown } from '#domain/import-run/import-run.errors';
import type { RowReport } from '#events/contracts/index';
import { importStream } from '#events/contracts/stream-names';
import { EventStore } from '#events/store/event-store';
import type { Language } from '../texts/texts.js';
import type { ImportRowsDto, RowsAskedDto } from './import.dto.js';
import { rowsAfter } from './report/import-rows.js';
import { shownRow } from './report/shown-row.js';

export class ListImportRows extends Query<ImportRowsDto> {
  constructor(
    readonly importId: string,
    readonly asked: RowsAskedDto,
    readonly language: Language,
  ) {
    super();
  }
}

@QueryHandler(ListImportRows)
export class ListImportRowsHandler implements IQueryHandler<ListImportRows> {
  constructor(private readonly store: EventStore) {}

  async execute({ importId, asked, language }: ListImportRows): Promise<ImportRowsDto> {
    await mustExist(this.store, importId);
    const found: RowReport[] = [];
    for await (const row of rowsAfter(this.store, importId, asked.after)) {
      if (asked.verdict !== undefined && row.verdict !== asked.verdict) continue;
      if (found.push(row) > asked.limit) break;
    }
    const rows = found.slice(0, asked.limit);
    const next = found.length > rows.length ? rows.at(-1)?.row : undefined;
    return { rows: rows.map((row) => shownRow(row, language)), ...(next !== undefined && { next }) };
  }
}

/** @throws ImportUnknown */
export async function mustExist(store: EventStore, importId: string): Promise<void> {
  const [started] = await store.readStream(importStream(importId), { limit: 1 });
  if (!started) throw new ImportUnknown();
}
