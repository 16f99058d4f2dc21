import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { isOpenElsewhere } from '#events/sqlite/open-elsewhere';
import { SystemClock } from '#runtime/clock';
import type { Config } from '#runtime/config';
import { openInstallation } from '#runtime/installation';
import { KeyedHash } from '#runtime/keyed-hash';
import { readPepper } from '#runtime/pepper';
import { eventsFileOf } from '#stores/data-files';
import { openLog } from '#stores/open-log';
import { openProjectionStore } from '#stores/open-views';
import { CommandRefused } from '../exit-codes.js';

const MOMENT_MS = 1;

class EngineRuns extends CommandRefused {
  constructor() {
    super('an engine is running there: stop all its processes first');
  }
}

/** Under another pepper no block would be found again. @throws PepperDiffers */
export async function mustHaveItsPepper(config: Config): Promise<void> {
  const { fingerprint } = new KeyedHash(await readPepper(config));
  const log = await openLog(config);
  try {
    await openInstallation(log, fingerprint, new SystemClock().now());
  } finally {
    await log.close();
  }
}

/**
 * A projector that runs holds the lease, and whatever runs on files has the log open. Of an API alone on servers nothing is
 * known beforehand. @throws CommandRefused
 */
export async function mustBeIdle(config: Config): Promise<void> {
  if (config.eventStoreUrl === undefined) mustNotBeOpen(eventsFileOf(config));
  await mustHaveNoProjector(config);
}

function mustNotBeOpen(eventsFile: string): void {
  if (existsSync(eventsFile) && isOpenElsewhere(eventsFile)) throw new EngineRuns();
}

async function mustHaveNoProjector(config: Config): Promise<void> {
  const store = await openProjectionStore(config);
  try {
    const lease = await store.acquireLease(randomUUID(), MOMENT_MS);
    if (!lease) throw new EngineRuns();
    await store.releaseLease(lease);
  } finally {
    await store.close();
  }
}
