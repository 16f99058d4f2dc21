import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { plus } from '#domain/shared/instant';
import { EventStore } from '#events/store/event-store';
import { Clock } from '#runtime/clock';
import { Saved } from '../shared/saved.js';
import type { ImportDto } from './import.dto.js';
import { readImportState, type ImportState } from './report/import-state.js';
import { withoutAbsent } from './rows/without-absent.js';
import { Imports } from './run/imports.js';

/** Another process that reported no rows for so long has ended; five hundred take seconds. */
const SILENT_MINUTES = 1;

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
    private readonly clock: Clock,
  ) {}

  async execute({ importId }: GetImport): Promise<Saved<ImportDto>> {
    const active = this.imports.find(importId);
    const held = active?.report.run;
    const heldCounts = held?.status === 'started' ? held.counts : undefined;
    const read = await readImportState(this.store, importId, heldCounts);
    const { started, counts, completedAt, position } = read;
    const state = completedAt ? 'completed' : active || this.movesElsewhere(read) ? 'running' : 'interrupted';
    const { campaignId, roundId, mapping, startedBy, startedAt } = started;
    const who = { campaignId, roundId, mapping, startedBy, startedAt };
    return new Saved(withoutAbsent({ importId, ...who, state, rows: active?.rows, counts, completedAt }), position);
  }

  private movesElsewhere({ movedAt }: ImportState): boolean {
    return this.clock.now() < plus(movedAt, { minutes: SILENT_MINUTES });
  }
}
