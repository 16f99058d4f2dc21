import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { CardEnteredRound, CardImported } from '#events/contracts/index';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { projections } from '#read-models/projections';
import { SqliteProjectionStore } from '#read-models/sqlite/sqlite-projection-store';
import { SqliteReadStore } from '#read-models/sqlite/sqlite-read-store';
import { runGroup } from '#read-models/testing/run-group';
import { write, written } from '#read-models/testing/written-log';
import { readConfig, type Environment } from '#runtime/config';
import { createLogger } from '#runtime/logger';
import { openParts } from '../../api.module.js';
import { runCommandLine } from '../program.js';

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** A data directory of its own with an installation in it. */
export class SmallInstallation {
  readonly folder = mkdtempSync(join(tmpdir(), 'aterkom-cli-'));
  readonly environment = { DATA_DIR: join(this.folder, 'data'), LOG_LEVEL: 'silent' };
  readonly eventsFile = join(this.environment.DATA_DIR, 'events.sqlite');
  readonly readFile = join(this.environment.DATA_DIR, 'read.sqlite');

  static async make(): Promise<SmallInstallation> {
    const made = new SmallInstallation();
    const config = readConfig(made.environment);
    const { store, views } = await openParts(config, createLogger('test', config));
    await Promise.all([store.close(), views.close()]);
    return made;
  }

  /** The command line as a script runs it, in this process. */
  run(...args: readonly string[]): Promise<Ran> {
    return this.runWith({}, ...args);
  }

  async runWith(more: Environment, ...args: readonly string[]): Promise<Ran> {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const said = Promise.all([text(out), text(err)]);
    const exitCode = await runCommandLine(args, { environment: { ...this.environment, ...more }, out, err });
    out.end();
    err.end();
    const [outText, errText] = await said;
    return { exitCode, out: outText, err: errText };
  }

  /** At once, so that their appends share commits. */
  async importCards(...names: readonly string[]): Promise<void> {
    await this.onLog(async (log) => {
      await Promise.all(names.map((name) => write(log, written(`card-${name}`, cardImported(name), ENTERED))));
    });
  }

  /** What a projector does, until the read models show the whole log. */
  async project(): Promise<void> {
    await this.onLog(async (log) => {
      const [writer, reader] = [new SqliteProjectionStore(this.readFile), new SqliteReadStore(this.readFile)];
      const running = runGroup({ log, writer, reader, projections });
      await running.caughtUp();
      await running.stop();
      await Promise.all([writer.close(), reader.close()]);
    });
  }

  async onLog<T>(work: (log: SqliteEventStore) => Promise<T>): Promise<T> {
    const log = new SqliteEventStore({ file: this.eventsFile });
    try {
      return await work(log);
    } finally {
      await log.close();
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

const ENTERED: CardEnteredRound = {
  type: 'CardEnteredRound',
  data: {
    campaignId: '019ab0c4-7a00-7000-8000-000000000014',
    roundId: '019ab0c4-7a00-7000-8000-000000000015',
    priority: 0,
    enteredAt: '2026-11-23T08:00:00.000Z',
  },
};

const cardImported = (name: string): CardImported => ({
  type: 'CardImported',
  data: {
    workplace: { name },
    numbers: [{ numberId: '0'.repeat(64), e164: '+46846500401' }],
    source: { kind: 'import', importId: '019ab0c4-7a00-7000-8000-000000000013', row: 2 },
    importedAt: '2026-11-23T08:00:00.000Z',
  },
});
