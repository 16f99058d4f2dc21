import type { ImportCommand } from '#domain/import-run/import-run.commands';
import { importRunDecider } from '#domain/import-run/import-run.decider';
import type { ImportRun } from '#domain/import-run/import-run';
import { importStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Position } from '#events/store/recorded-event';
import type { KnownStream, KnownStreams } from './known-streams.js';

/**
 * The report of one import, held by the process that writes it: with a million rows nobody wants to read it again
 * for every five hundred.
 */
export class ImportReport {
  private constructor(
    private readonly streams: KnownStreams,
    readonly importId: string,
    private held: KnownStream<ImportRun>,
  ) {}

  static async open(streams: KnownStreams, decisions: DecisionRunner, importId: string): Promise<ImportReport> {
    const streamId = importStream(importId);
    const { state, revision } = await decisions.load(importRunDecider, streamId);
    return new ImportReport(streams, importId, { streamId, state, revision });
  }

  get run(): ImportRun {
    return this.held.state;
  }

  /** Answers the position of what was appended; none where nothing was. */
  async decide(command: ImportCommand, cause: Cause): Promise<Position | undefined> {
    const { state, revision, position } = await this.streams.run(importRunDecider, this.held, command, cause);
    this.held = { ...this.held, state, revision };
    return position;
  }
}
