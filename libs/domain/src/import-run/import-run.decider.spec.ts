import { describe, expect, test } from '@jest/globals';
import type { ImportEvent, RowReport, RowVerdict } from '#events/contracts/index';
import { given } from '../testing/given.js';
import type { ImportCommand, StartImport } from './import-run.commands.js';
import { importRunDecider } from './import-run.decider.js';
import {
  ImportIsComplete,
  ImportOfAnotherFile,
  ImportRowsOutOfOrder,
  ImportStartedOtherwise,
  ImportUnknown,
} from './import-run.errors.js';

const NOON = '2026-11-23T12:00:00.000Z';
const ONE = '2026-11-23T13:00:00.000Z';

const theFile = { campaignId: 'c1', roundId: 'r1', fileHash: 'ab12', mapping: { name: 'Namn' }, startedBy: 'lena' };
const start = (data: Partial<StartImport['data']> = {}): ImportCommand => ({
  type: 'StartImport',
  data: { ...theFile, now: NOON, ...data },
});
const started: ImportEvent = { type: 'ImportStarted', data: { ...theFile, startedAt: NOON } };
const row = (line: number, verdict: RowVerdict = 'accepted'): RowReport => ({ row: line, verdict, reasons: [] });
const report = (...rows: RowReport[]): ImportCommand => ({ type: 'ReportRows', data: { rows, now: NOON } });
const reported = (...rows: RowReport[]): ImportEvent => ({ type: 'ImportRowsReported', data: { rows } });
const complete: ImportCommand = { type: 'CompleteImport', data: { now: ONE } };
const counts = { accepted: 1, 'accepted-with-warning': 0, duplicate: 0, refused: 1 };
const completed: ImportEvent = { type: 'ImportCompleted', data: { counts, completedAt: ONE } };

describe('an import', () => {
  test('is started before its rows are reported', () => {
    given(importRunDecider).when(start()).thenEmits(started);
    given(importRunDecider)
      .when(report(row(2)))
      .thenRejects(ImportUnknown);
    given(importRunDecider).when(complete).thenRejects(ImportUnknown);
  });

  test('is restarted with the same file, and resumes after the row reported last', () => {
    const { state } = given(importRunDecider, started, reported(row(2), row(3)), reported(row(5)));
    expect(state).toMatchObject({ lastRow: 5 });
    expect(given(importRunDecider, started).state).toMatchObject({ lastRow: 1 });
    given(importRunDecider, started, reported(row(2)))
      .when(start({ now: ONE }))
      .thenNothing();
  });

  test('is not restarted with another file, round or mapping', () => {
    given(importRunDecider, started)
      .when(start({ fileHash: 'cd34' }))
      .thenRejects(ImportOfAnotherFile, { startedWith: 'ab12', given: 'cd34' });
    given(importRunDecider, started)
      .when(start({ roundId: 'r2' }))
      .thenRejects(ImportStartedOtherwise, { differs: 'round' });
    const others: StartImport['data']['mapping'][] = [{ name: 'Kund' }, { name: 'Namn', phone: 'Tfn' }, {}];
    for (const mapping of others) {
      given(importRunDecider, started)
        .when(start({ mapping }))
        .thenRejects(ImportStartedOtherwise, { differs: 'mapping' });
    }
  });

  test('reports every row once', () => {
    given(importRunDecider, started)
      .when(report(row(2), row(4)))
      .thenEmits(reported(row(2), row(4)));
    given(importRunDecider, started, reported(row(2), row(3)))
      .when(report(row(2), row(3), row(4)))
      .thenEmits(reported(row(4)));
    given(importRunDecider, started, reported(row(2)))
      .when(report(row(2)))
      .thenNothing();
  });

  test('reports rows in the order of the file', () => {
    given(importRunDecider, started)
      .when(report(row(3), row(2)))
      .thenRejects(ImportRowsOutOfOrder, { row: 2 });
    given(importRunDecider, started)
      .when(report(row(3), row(3)))
      .thenRejects(ImportRowsOutOfOrder, { row: 3 });
  });

  test('is completed once, with its counts', () => {
    const rows = reported(row(2), row(3, 'refused'));
    given(importRunDecider, started, rows).when(complete).thenEmits(completed);
    given(importRunDecider, started, rows, completed).when(complete).thenNothing();
  });

  test('reports nothing new once it is complete', () => {
    given(importRunDecider, started, reported(row(2)), completed)
      .when(report(row(3)))
      .thenRejects(ImportIsComplete);
    given(importRunDecider, started, reported(row(2)), completed)
      .when(report(row(2)))
      .thenNothing();
    given(importRunDecider, started, reported(row(2)), completed)
      .when(start())
      .thenNothing();
  });
});
