import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { makeDataFolder } from './data-folder.js';

test('the data directory is made for its owner alone', async () => {
  const above = mkdtempSync(join(tmpdir(), 'aterkom-data-'));
  const folder = join(above, 'data');
  await makeDataFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  await makeDataFolder(folder);
  rmSync(above, { recursive: true });
});
