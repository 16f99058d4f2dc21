import { join } from 'node:path';
import { Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { EventStore } from '#events/store/event-store';
import { Clock } from '#runtime/clock';
import type { Config } from '#runtime/config';
import { KeyedHash } from '#runtime/keyed-hash';
import type { Logger } from '#runtime/logger';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { CONFIG, LOGGER } from '../shared/tokens.js';
import { GetImportHandler } from './get-import.query.js';
import { ImportController } from './import.controller.js';
import { ListImportRowsHandler } from './list-import-rows.query.js';
import { PreviewImportHandler } from './preview-import.query.js';
import { Imports, type ImportParts } from './run/imports.js';
import { KeptFiles } from './run/kept-files.js';
import { StartImportHandler } from './start-import.handler.js';
import { Uploads } from './uploads.js';
import { WriteImportRowsHandler } from './write-import-rows.query.js';

const FOLDER = 'imports';

@Module({
  controllers: [ImportController],
  providers: [
    CampaignLookup,
    Uploads,
    StartImportHandler,
    PreviewImportHandler,
    GetImportHandler,
    ListImportRowsHandler,
    WriteImportRowsHandler,
    {
      provide: KeptFiles,
      inject: [CONFIG],
      useFactory: ({ dataDir }: Config) => new KeptFiles(join(dataDir, FOLDER)),
    },
    {
      provide: Imports,
      inject: [EventStore, DecisionRunner, KeyedHash, Clock, LOGGER, KeptFiles],
      useFactory: (...parts: PartsInOrder) => new Imports(named(parts)),
    },
  ],
})
export class ImportModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly imports: Imports) {}

  /** What the last process left half done is finished by this one. */
  onApplicationBootstrap(): Promise<void> {
    return this.imports.resume();
  }

  /** Before the store is closed. */
  beforeApplicationShutdown(): Promise<void> {
    return this.imports.stop();
  }
}

type PartsInOrder = readonly [EventStore, DecisionRunner, KeyedHash, Clock, Logger, KeptFiles];

const named = ([store, decisions, hash, clock, logger, files]: PartsInOrder): ImportParts => ({
  store,
  decisions,
  hash,
  clock,
  logger,
  files,
});
