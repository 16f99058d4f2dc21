import type { ImportCommand } from '#domain/import-run/import-run.commands';
import { importRunDecider } from '#domain/import-run/import-run.decider';
import type { ImportRun } from '#domain/import-run/import-run';
import { importStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Position } from '#events/store/recorded-event';

/** The report of one import: how far it has come, and what was said of its rows. */
export class ImportReport {
  private constructor(
    private readonly decisions: DecisionRunner,
    readonly importId: string,
    private held: ImportRun,
  ) {}

  static async open(decisions: DecisionRunner, importId: string): Promise<ImportReport> {
    const { state } = await decisions.load(importRunDecider, importStream(importId));
    return new ImportReport(decisions, importId, state);
  }

  get run(): ImportRun {
    return this.held;
  }

  /** Answers the position of what was appended; none where nothing was. */
  async decide(command: ImportCommand, cause: Cause): Promise<Position | undefined> {
    const { state, position } = await this.decisions.run(importRunDecider, importStream(this.importId), command, cause);
    this.held = state;
    return position;
  }
}
