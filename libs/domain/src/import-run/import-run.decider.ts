import type { ImportEvent, RowReport } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import type { CompleteImport, ImportCommand, ReportRows, StartImport } from './import-run.commands.js';
import {
  ImportIsComplete,
  ImportOfAnotherFile,
  ImportRowsOutOfOrder,
  ImportStartedOtherwise,
  ImportUnknown,
} from './import-run.errors.js';
import { evolve, UNSTARTED, type ImportRun, type StartedImport } from './import-run.js';

/** A start after the start is a restart: it resumes after the row that was reported last. */
function start({ now, ...file }: StartImport['data'], run: ImportRun): ImportEvent[] {
  if (run.status === 'unstarted') return [{ type: 'ImportStarted', data: { ...file, startedAt: now } }];
  if (run.fileHash !== file.fileHash) throw new ImportOfAnotherFile(run.fileHash, file.fileHash);
  if (run.roundId !== file.roundId) throw new ImportStartedOtherwise('round');
  if (!areSame(run.mapping, file.mapping)) throw new ImportStartedOtherwise('mapping');
  return [];
}

type Mapping = StartedImport['mapping'];

const areSame = (a: Mapping, b: Mapping): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((field) => a[field] === b[field]);

function reportRows({ rows }: ReportRows['data'], run: StartedImport): ImportEvent[] {
  mustAscend(rows);
  const unreported = rows.filter(({ row }) => row > run.lastRow);
  if (unreported.length === 0) return [];
  if (run.completedAt) throw new ImportIsComplete(run.completedAt);
  return [{ type: 'ImportRowsReported', data: { rows: unreported } }];
}

/** Lines may be missing (blank ones are), none may come twice or early: the last one is where a restart resumes. */
function mustAscend(rows: readonly RowReport[]): void {
  let before = 0;
  for (const { row } of rows) {
    if (row <= before) throw new ImportRowsOutOfOrder(row);
    before = row;
  }
}

function complete({ now }: CompleteImport['data'], { completedAt, counts }: StartedImport): ImportEvent[] {
  return completedAt ? [] : [{ type: 'ImportCompleted', data: { counts, completedAt: now } }];
}

function decide(command: ImportCommand, run: ImportRun): ImportEvent[] {
  if (command.type === 'StartImport') return start(command.data, run);
  if (run.status === 'unstarted') throw new ImportUnknown();
  switch (command.type) {
    case 'ReportRows':
      return reportRows(command.data, run);
    case 'CompleteImport':
      return complete(command.data, run);
  }
}

export const importRunDecider: Decider<ImportRun, ImportCommand, ImportEvent> = { initial: UNSTARTED, evolve, decide };
