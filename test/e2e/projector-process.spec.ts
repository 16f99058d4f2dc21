import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import type { EventStore } from '#events/store/event-store';
import { cards } from '#read-models/card/card.projection';
import { SqliteReadStore } from '#read-models/sqlite/sqlite-read-store';
import type { ReadStore } from '#read-models/store/read-store';
import { noted } from '#read-models/testing/tally.projection';
import { write, written } from '#read-models/testing/written-log';
import type { Environment } from '#runtime/config';
import { secondsSinceBeat } from '#runtime/heartbeat';
import { firstBeat } from '../support/first-beat.js';
import { killed, startProjectorProcess, type ProjectorProcess } from '../support/projector-process.js';

const PATIENCE_MS = 30_000;
jest.setTimeout(2 * PATIENCE_MS);

let folder: string;
let log: EventStore;
let views: ReadStore;
let started: ProjectorProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aterkom-projector-'));
  log = new SqliteEventStore({ file: join(folder, 'events.sqlite') });
  views = new SqliteReadStore(join(folder, 'read.sqlite'));
  started = [];
});

afterEach(async () => {
  for (const projector of started) await killed(projector);
  await views.close();
  await log.close();
  rmSync(folder, { recursive: true });
});

function start(environment: Environment = {}): ProjectorProcess {
  const projector = startProjectorProcess({ DATA_DIR: folder, ...environment });
  started.push(projector);
  return projector;
}

const note = (cardId: string): Promise<void> => write(log, written(`card-${cardId}`, noted('n1')));

describe('the projector as a process', () => {
  test('builds the views, follows the log and ends well when it is asked to', async () => {
    await note('1');
    const projector = start();
    expect(await views.waitUntil(await log.head(), PATIENCE_MS)).toBe(true);
    await note('2');
    expect(await views.waitUntil(await log.head(), PATIENCE_MS)).toBe(true);
    expect(await views.checkpoint(cards)).toBe(await log.head());
    await firstBeat(folder);
    projector.process.kill('SIGTERM');
    expect(await projector.exitCode).toBe(0);
    expect(await secondsSinceBeat({ dataDir: folder }, Date.now())).toBeUndefined();
  });

  test('takes over from one that was killed', async () => {
    const first = start();
    expect(await views.waitUntil(1n, PATIENCE_MS)).toBe(true);
    await killed(first);
    await note('1');
    start();
    expect(await views.waitUntil(await log.head(), PATIENCE_MS)).toBe(true);
  });

  test('refuses another pepper than the log was made with', async () => {
    const first = start();
    expect(await views.waitUntil(1n, PATIENCE_MS)).toBe(true);
    first.process.kill('SIGTERM');
    await first.exitCode;
    const second = start({ PEPPER: 'q'.repeat(32) });
    expect(await second.exitCode).toBe(1);
    expect(await second.log).toMatch(/^Återkom cannot start: /m);
  });
});
