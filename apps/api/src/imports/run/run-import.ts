import type { CampaignSettings } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import type { Clock } from '#runtime/clock';
import type { StartedImport } from '#domain/import-run/import-run';
import type { Table, TableRow } from '../reading/table.js';
import { rowReader } from '../rows/read-row.js';
import { chunksOf, eachOf } from './chunks.js';
import { causeOf, type ImportContext } from './import-context.js';
import type { ImportReport } from './import-report.js';
import { RowImport, type RowTools } from './row-import.js';

/** Rows in one event of the report. */
const CHUNK_ROWS = 500;
/** Enough to share a commit between their appends, few enough to let other requests in between. */
const ROWS_AT_ONCE = 64;

export interface ImportTools extends RowTools {
  readonly clock: Clock;
}

export interface ImportWork {
  readonly report: ImportReport;
  readonly started: StartedImport;
  readonly settings: CampaignSettings;
  /** Who asked for it. */
  readonly cause: Cause;
  readonly table: Table;
  /** Stops the run between two chunks; it is resumed at the next start. */
  readonly signal: AbortSignal;
}

/** Imports the rows that are not reported yet, and reports them. What a crash left half done is done again, without doubles. */
export async function runImport(work: ImportWork, tools: ImportTools): Promise<void> {
  const { report, started, table, signal } = work;
  const read = rowReader(started.mapping, table.headings);
  for await (const rows of chunksOf(rowsAfter(table.rows, started.lastRow), CHUNK_ROWS)) {
    if (signal.aborted) return;
    const context = contextOf(work, tools);
    const importer = new RowImport(tools, context);
    const reports = await eachOf(rows, ROWS_AT_ONCE, (row) => importer.import(read(row)));
    const data = { rows: reports, now: context.cause.occurredAt };
    await report.decide({ type: 'ReportRows', data }, causeOf(context, `report/${rows[0]?.line}`));
  }
  const context = contextOf(work, tools);
  await report.decide(
    { type: 'CompleteImport', data: { now: context.cause.occurredAt } },
    causeOf(context, 'complete'),
  );
}

async function* rowsAfter(rows: AsyncIterable<TableRow>, lastRow: number): AsyncGenerator<TableRow> {
  for await (const row of rows) if (row.line > lastRow) yield row;
}

function contextOf({ report, started, settings, cause }: ImportWork, { clock }: ImportTools): ImportContext {
  const { campaignId, roundId } = started;
  return { importId: report.importId, campaignId, roundId, settings, cause: { ...cause, occurredAt: clock.now() } };
}
