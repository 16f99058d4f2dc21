import { campaignDecider } from '#domain/campaign/campaign.decider';
import { defaultSettings } from '#domain/campaign/campaign-settings';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import { foldOf } from '#domain/shared/decider';
import type { AterkomEvent, CardEvent, RowReport } from '#events/contracts/index';
import { campaignStream, importStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import type { EventStore } from '#events/store/event-store';
import type { Recorded } from '#events/store/recorded-event';
import { ControlledClock } from '#runtime/clock';
import { KeyedHash } from '#runtime/keyed-hash';
import { createLogger } from '#runtime/logger';
import { KeptFiles } from '../run/kept-files.js';
import { Imports, type AskedImport, type ImportParts } from '../run/imports.js';
import type { TemporaryFiles } from './temporary-files.js';

export const NOON = '2026-11-23T11:00:00.000Z';
export const hash = new KeyedHash('a pepper for tests, 32 characters');

let commands = 0;
export const someCause = (): Cause => {
  const commandId = `command-${++commands}`;
  const ids = { commandId, correlationId: commandId, causationId: commandId };
  return { ...ids, actor: 'lena', actorRole: 'lead', occurredAt: NOON };
};

export interface Imported {
  readonly importId: string;
  readonly rows: readonly RowReport[];
}

/** One campaign with one round, and imports into it, over a log. */
export class ImportDesk {
  readonly decisions: DecisionRunner;
  readonly imports: Imports;
  readonly keptFiles: KeptFiles;

  constructor(
    private readonly files: TemporaryFiles,
    readonly store: EventStore = new InMemoryEventStore(),
  ) {
    this.decisions = new DecisionRunner(store);
    this.keptFiles = new KeptFiles(`${files.folder}/imports`);
    this.imports = new Imports(this.parts());
  }

  parts(): ImportParts {
    const [clock, logger] = [new ControlledClock(NOON), createLogger('test', { logLevel: 'silent' })];
    return { decisions: this.decisions, store: this.store, hash, clock, logger, files: this.keptFiles };
  }

  async open(...roundIds: readonly string[]): Promise<this> {
    await this.keptFiles.incoming();
    const stream = campaignStream('c1');
    const created = { name: 'Skolor', settings: defaultSettings, createdBy: 'lena', now: NOON };
    await this.decisions.run(campaignDecider, stream, { type: 'CreateCampaign', data: created }, someCause());
    for (const roundId of roundIds) {
      const opened = { roundId, name: roundId, openedBy: 'lena', now: NOON };
      await this.decisions.run(campaignDecider, stream, { type: 'OpenRound', data: opened }, someCause());
    }
    return this;
  }

  /** Starts an import of this content and waits for its end. */
  async import(content: string | Uint8Array, asked: Partial<AskedImport> = {}): Promise<Imported> {
    const { importId, done } = await this.begin(await this.files.write(content), asked);
    await done;
    return { importId, rows: await this.report(importId) };
  }

  begin(path: string, asked: Partial<AskedImport> = {}): ReturnType<Imports['start']> {
    return this.imports.start({ path, campaignId: 'c1', roundId: 'r1', cause: someCause(), ...asked });
  }

  async report(importId: string): Promise<readonly RowReport[]> {
    const events = (await this.store.readStream(importStream(importId))) as readonly AterkomEvent[];
    return events.flatMap((event) => (event.type === 'ImportRowsReported' ? event.data.rows : []));
  }

  async log(): Promise<readonly Recorded<AterkomEvent>[]> {
    return (await this.store.readAll({ limit: 1_000_000 })) as readonly Recorded<AterkomEvent>[];
  }

  /** Every card by its id. */
  async cards(): Promise<ReadonlyMap<string, Card>> {
    const events = (await this.log()).filter(({ streamId }) => streamId.startsWith('card-'));
    const streams = Map.groupBy(events, ({ streamId }) => streamId.slice('card-'.length));
    return new Map([...streams].map(([id, of]) => [id, foldOf(cardDecider, of as unknown as readonly CardEvent[])]));
  }
}
