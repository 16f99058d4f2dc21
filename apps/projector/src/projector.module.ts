import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { projections } from '#read-models/projections';
import { LeaseKeeper } from '#read-models/runner/lease-keeper';
import { ProjectionGroup } from '#read-models/runner/projection-group';
import { SqliteProjectionStore } from '#read-models/sqlite/sqlite-projection-store';
import { SystemClock } from '#runtime/clock';
import type { Config } from '#runtime/config';
import { openInstallation } from '#runtime/installation';
import { KeyedHash } from '#runtime/keyed-hash';
import type { Logger } from '#runtime/logger';
import { readPepper } from '#runtime/pepper';
import { Projector, type ProjectorParts } from './projector.js';

/** How long a projector that was killed keeps the next one waiting. */
const LEASE_MS = 3000;

/** The process that follows the log, over whatever stores it is given. */
@Module({})
export class ProjectorModule {
  static of(parts: ProjectorParts): DynamicModule {
    return { module: ProjectorModule, providers: [{ provide: Projector, useValue: new Projector(parts) }] };
  }
}

/** The one place that picks adapters: two SQLite files in the data directory. */
export async function openParts(config: Config, logger: Logger): Promise<ProjectorParts> {
  await mkdir(config.dataDir, { recursive: true });
  const hash = new KeyedHash(await readPepper(config));
  const log = new SqliteEventStore({ file: join(config.dataDir, 'events.sqlite') });
  await openInstallation(log, hash.fingerprint, new SystemClock().now());
  const store = new SqliteProjectionStore(join(config.dataDir, 'read.sqlite'));
  const group = new ProjectionGroup(projections, { log, store, runnerLog: logger });
  const keeper = new LeaseKeeper(store, logger, { holder: randomUUID(), ttlMs: LEASE_MS });
  return { log, store, logger, group, keeper };
}
