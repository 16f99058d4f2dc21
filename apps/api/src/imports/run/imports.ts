import { openRoundOf, type Campaign } from '#domain/campaign/campaign';
import { campaignDecider } from '#domain/campaign/campaign.decider';
import { importRunDecider } from '#domain/import-run/import-run.decider';
import type { ImportRun, StartedImport } from '#domain/import-run/import-run';
import { campaignStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import type { EventStore } from '#events/store/event-store';
import type { Position } from '#events/store/recorded-event';
import type { Logger } from '#runtime/logger';
import { confirmMapping } from '../mapping/confirm-mapping.js';
import { inspectFile, type InspectedFile } from '../reading/inspect-file.js';
import { openTable } from '../reading/table.js';
import { importIdOf } from './import-id.js';
import { ImportReport } from './import-report.js';
import type { KeptFiles } from './kept-files.js';
import { runImport, type ImportTools } from './run-import.js';
import { startedCause } from './started-cause.js';
import { survey } from './survey.js';

/** What somebody asks to be imported. */
export interface AskedImport {
  readonly path: string;
  readonly campaignId: string;
  readonly roundId: string;
  /** Our field → heading; guessed where it is absent. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** Where the client says itself what is a repeat. */
  readonly importId?: string;
  readonly cause: Cause;
}

export interface BegunImport {
  readonly importId: string;
  /** Of its start; absent where that was recorded before. */
  readonly position?: Position;
  /** Resolves also where the run was interrupted: it goes on at the next start, or when the same file comes again. */
  readonly done: Promise<void>;
}

export interface ActiveImport {
  readonly report: ImportReport;
  /** Rows of the file; not known of one that another process has begun. */
  readonly rows?: number;
  readonly done: Promise<void>;
}

export interface ImportParts extends ImportTools {
  readonly store: EventStore;
  readonly logger: Logger;
  /** Absent where files are read where they stand. */
  readonly files?: KeptFiles;
}

/** The imports of this process. */
export class Imports {
  private readonly active = new Map<string, ActiveImport>();
  private readonly stopping = new AbortController();

  constructor(private readonly parts: ImportParts) {}

  /** The same file, mapping and round again: the same import, finished if it is not. */
  async start(asked: AskedImport): Promise<BegunImport> {
    const file = await inspectFile(asked.path);
    const { mapping, rows } = await survey(file, (headings) => confirmMapping(asked.mapping, headings));
    const importId = asked.importId ?? importIdOf(asked.roundId, file.hash, mapping);
    const report = this.active.get(importId)?.report ?? (await this.reportOf(importId));
    if (report.run.status === 'unstarted') openRoundOf(await this.campaign(asked.campaignId), asked.roundId);
    const { campaignId, roundId, cause } = asked;
    const facts = { campaignId, roundId, fileHash: file.hash, mapping, startedBy: cause.actor, now: cause.occurredAt };
    const command = { type: 'StartImport', data: facts } as const;
    // A file that is refused is not kept; one that is kept before its start is recorded survives a crash in between.
    importRunDecider.decide(command, report.run);
    const path = (await this.parts.files?.keep(file.path, importId, file.hash)) ?? file.path;
    const position = await report.decide(command, cause);
    return { importId, position, done: this.begin(report, { ...file, path }, rows).done };
  }

  /** Finishes what was left when the last process ended. */
  async resume(): Promise<void> {
    for (const { importId, hash, path } of (await this.parts.files?.left()) ?? []) {
      const report = await this.reportOf(importId);
      if (isOpen(report.run) && report.run.fileHash === hash) this.begin(report, await inspectFile(path));
      else await this.parts.files?.forget(path);
    }
  }

  /** The run of an import while it is under way here. */
  find(importId: string): ActiveImport | undefined {
    return this.active.get(importId);
  }

  /** Resolves when every run has come to a place where it can be resumed. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([...this.active.values()].map(({ done }) => done));
  }

  private begin(report: ImportReport, file: InspectedFile, rows?: number): ActiveImport {
    const { importId } = report;
    const begun = this.active.get(importId);
    if (begun) return begun;
    const done = this.finish(report, file)
      .catch((error: unknown) => this.parts.logger.error({ importId, err: error }, 'import interrupted'))
      .finally(() => this.active.delete(importId));
    const active = { report, done, ...(rows !== undefined && { rows }) };
    this.active.set(importId, active);
    return active;
  }

  private async finish(report: ImportReport, file: InspectedFile): Promise<void> {
    if (isOpen(report.run)) await this.run(report, report.run, file);
    if (!isOpen(report.run)) await this.parts.files?.forget(file.path);
  }

  private async run(report: ImportReport, started: StartedImport, file: InspectedFile): Promise<void> {
    const { store } = this.parts;
    const [{ settings }, cause] = await Promise.all([
      this.campaign(started.campaignId),
      startedCause(store, report.importId),
    ]);
    const table = await openTable(file);
    try {
      await runImport({ report, started, settings, cause, table, signal: this.stopping.signal }, this.parts);
    } finally {
      await table.close();
    }
  }

  private reportOf(importId: string): Promise<ImportReport> {
    return ImportReport.open(this.parts.decisions, importId);
  }

  private async campaign(campaignId: string): Promise<Campaign> {
    return (await this.parts.decisions.load(campaignDecider, campaignStream(campaignId))).state;
  }
}

const isOpen = (run: ImportRun): run is StartedImport => run.status === 'started' && run.completedAt === undefined;
