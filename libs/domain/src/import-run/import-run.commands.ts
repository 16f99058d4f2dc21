import type { ImportStarted, RowReport } from '#events/contracts/index';
import type { Command } from '../shared/command.js';

/** A restart sends the same again. */
export type StartImport = Command<'StartImport', Omit<ImportStarted['data'], 'startedAt'>>;
/** Rows in the order of the file; those that are reported already are left out. */
export type ReportRows = Command<'ReportRows', { rows: readonly RowReport[] }>;
export type CompleteImport = Command<'CompleteImport', object>;

export type ImportCommand = StartImport | ReportRows | CompleteImport;
