import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import type { EventStore } from '#events/store/event-store';
import { cards } from '#read-models/card/card.projection';
import { SqliteReadStore } from '#read-models/sqlite/sqlite-read-store';
import type { ReadStore } from '#read-models/store/read-store';
import { noted } from '#read-models/testing/tally.projection';
import { write, written } from '#read-models/testing/written-log';
import type { Environment } from '#runtime/config';

const TYPESCRIPT = new URL('../support/typescript.mjs', import.meta.url).href;
const MAIN = fileURLToPath(new URL('../../apps/projector/src/main.ts', import.meta.url));
const PATIENCE_MS = 30_000;
jest.setTimeout(2 * PATIENCE_MS);

let folder: string;
let log: EventStore;
let views: ReadStore;
let started: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aterkom-projector-'));
  log = new SqliteEventStore({ file: join(folder, 'events.sqlite') });
  views = new SqliteReadStore(join(folder, 'read.sqlite'));
  started = [];
});

afterEach(async () => {
  for (const process of started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    process.kill('SIGKILL');
    await once(process, 'close');
  }
  await views.close();
  await log.close();
  rmSync(folder, { recursive: true });
});

interface Started {
  readonly process: ChildProcess;
  readonly log: Promise<string>;
  readonly exitCode: Promise<number | null>;
}

function start(environment: Environment = {}): Started {
  const env = { ...process.env, DATA_DIR: folder, PEPPER: 'p'.repeat(32), ...environment };
  const child = spawn(process.execPath, ['--conditions=source', '--import', TYPESCRIPT, MAIN], { env });
  started.push(child);
  return {
    process: child,
    log: text(child.stderr),
    exitCode: once(child, 'close').then(([code]) => code as number | null),
  };
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
    projector.process.kill('SIGTERM');
    expect(await projector.exitCode).toBe(0);
  });

  test('takes over from one that was killed', async () => {
    const first = start();
    expect(await views.waitUntil(1n, PATIENCE_MS)).toBe(true);
    first.process.kill('SIGKILL');
    await first.exitCode;
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
