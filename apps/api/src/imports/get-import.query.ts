import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EventStore } from '#events/store/event-store';
import { Saved } from '../shared/saved.js';
import type { ImportDto } from './import.dto.js';
import { readImportState } from './report/import-state.js';
import { withoutAbsent } from './rows/without-absent.js';
import { Imports } from './run/imports.js';

/** Answers with the position of the newest event: a list that is sent its token shows all cards of a complete import. */
export class GetImport extends Query<Saved<ImportDto>> {
  constructor(readonly importId: string) {
    super();
  }
}

/** From the import's own stream, so that it is never behind. */
@QueryHandler(GetImport)
export class GetImportHandler implements IQueryHandler<GetImport> {
  constructor(
    private readonly store: EventStore,
    private readonly imports: Imports,
  ) {}

  async execute({ importId }: GetImport): Promise<Saved<ImportDto>> {
    const active = this.imports.find(importId);
    const held = active?.report.run;
    const heldCounts = held?.status === 'started' ? held.counts : undefined;
    const { started, counts, completedAt, position } = await readImportState(this.store, importId, heldCounts);
    const state = completedAt ? 'completed' : active ? 'running' : 'interrupted';
    const { campaignId, roundId, mapping, startedBy, startedAt } = started;
    const who = { campaignId, roundId, mapping, startedBy, startedAt };
    return new Saved(withoutAbsent({ importId, ...who, state, rows: active?.rows, counts, completedAt }), position);
  }
}
