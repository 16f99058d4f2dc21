import { randomUUID } from 'node:crypto';
import { Module, type DynamicModule } from '@nestjs/common';
import type { CompanyRegistry } from '#processes/registry/company-registry';
import { CsvCompanyRegistry } from '#processes/registry/csv-company-registry';
import { HttpCompanyRegistry } from '#processes/registry/http-company-registry';
import { projections } from '#read-models/projections';
import { LeaseKeeper } from '#read-models/runner/lease-keeper';
import { ProjectionGroup } from '#read-models/runner/projection-group';
import { SystemClock } from '#runtime/clock';
import type { Config } from '#runtime/config';
import { makeDataFolder } from '#runtime/data-folder';
import { beat, endBeating } from '#runtime/heartbeat';
import { openInstallation } from '#runtime/installation';
import { KeyedHash } from '#runtime/keyed-hash';
import type { Logger } from '#runtime/logger';
import { readPepper } from '#runtime/pepper';
import { openLog } from '#stores/open-log';
import { openProjectionStore, openReactorProgress, openReadStore } from '#stores/open-views';
import { mailPartsOf } from './mail-parts.js';
import { Projector, type ProjectorParts } from './projector.js';
import { LogClock } from './reactors/log-clock.js';
import type { FeedParts } from './reactors/reactor-feed.js';
import { REACTOR_DEFAULTS, Reactors, type ReactorsParts } from './reactors/reactors.js';

/** How long a projector that was killed keeps the next one waiting. */
const LEASE_MS = 3000;

/** The process that follows the log, over whatever stores it is given. */
@Module({})
export class ProjectorModule {
  static of(parts: ProjectorParts): DynamicModule {
    return { module: ProjectorModule, providers: [{ provide: Projector, useValue: new Projector(parts) }] };
  }
}

/** What the configuration names, opened. @throws PepperDiffers */
export async function openParts(config: Config, logger: Logger): Promise<ProjectorParts> {
  await makeDataFolder(config.dataDir);
  const hash = new KeyedHash(await readPepper(config));
  const log = await openLog(config, { report: (facts, message) => logger.info(facts, message) });
  await openInstallation(log, hash.fingerprint, new SystemClock().now());
  const store = await openProjectionStore(config);
  const group = new ProjectionGroup(projections, { log, store, runnerLog: logger });
  const keeper = new LeaseKeeper(store, logger, { holder: randomUUID(), ttlMs: LEASE_MS });
  const registry = await registryOf(config);
  const reactors = new Reactors({
    ...timeOf(config),
    views: await openReadStore(config),
    progress: await openReactorProgress(config),
    ...(registry && { registry }),
    ...webhookOf(config),
    mail: mailPartsOf(config),
    store: log,
    log: logger,
    ...REACTOR_DEFAULTS,
  });
  const heart = { beat: () => beat(config), end: () => endBeating(config) };
  return { log, store, logger, group, keeper, reactors, heart };
}

/** Where a service account owns the time of the API, this process knows it by the log. */
function timeOf({ clock }: Config): Pick<FeedParts, 'clock' | 'heard'> {
  if (clock === 'system') return { clock: new SystemClock() };
  const logClock = new LogClock();
  return { clock: logClock, heard: (events) => logClock.hear(events) };
}

/** R7 */
function webhookOf({ webhookUrl: url, webhookSecret: secret }: Config): Pick<ReactorsParts, 'webhook'> {
  return url === undefined || secret === undefined ? {} : { webhook: { url, secret } };
}

/** R18 */
async function registryOf(config: Config): Promise<CompanyRegistry | undefined> {
  const { companyRegistryFile: file, companyRegistryUrl: url, companyRegistryToken: token } = config;
  if (file !== undefined) return CsvCompanyRegistry.read(file);
  return url === undefined ? undefined : new HttpCompanyRegistry({ url, ...(token !== undefined && { token }) });
}
