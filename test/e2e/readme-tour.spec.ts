import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';
import { tourInReadme, walk, type ToldByTour } from '../support/readme-tour.js';

const TYPESCRIPT = new URL('../support/typescript.mjs', import.meta.url).href;
const PROJECTOR = fileURLToPath(new URL('../../apps/projector/src/main.ts', import.meta.url));
const LONG_MS = 120_000;

const missing = ['bash', 'curl'].filter((program) => spawnSync(program, ['--version']).error);
if (missing.length > 0) process.stderr.write(`skipped: the tour of the README needs ${missing.join(' and ')}\n`);

(missing.length > 0 ? describe.skip : describe)('the tour of the README', () => {
  const steps = tourInReadme();
  const dataDir = mkdtempSync(join(tmpdir(), 'aterkom-tour-'));
  let api: ApiProcess;
  let projector: ChildProcess;
  let told: ToldByTour;

  beforeAll(async () => {
    const environment = { DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
    api = await startApiProcess(environment);
    const env = { ...process.env, ...environment };
    projector = spawn(process.execPath, ['--conditions=source', '--import', TYPESCRIPT, PROJECTOR], {
      env,
      stdio: 'ignore',
    });
    told = await walk(steps, { URL: `${api.address}/api`, ONE_TIME: api.oneTimePassword ?? '' });
  }, LONG_MS);

  afterAll(async () => {
    const ends = [api.process, projector].map((process) => once(process, 'close'));
    for (const process of [api.process, projector]) process.kill('SIGTERM');
    await Promise.all(ends);
    rmSync(dataDir, { recursive: true });
  });

  test('runs to its end when it is copied step by step', () => {
    expect(steps.length).toBeGreaterThan(5);
    expect(told).toMatchObject({ errors: '', exitCode: 0 });
  });

  test.each(steps.flatMap(({ expected }, step) => expected.map((fragment) => ({ step, fragment }))))(
    'step $step prints $fragment',
    ({ step, fragment }) => expect(told.printed[step]).toContain(fragment),
  );
});
