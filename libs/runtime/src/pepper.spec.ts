import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PepperUnusable, readPepper } from './pepper.js';

describe('the pepper', () => {
  let dataDir: string;
  const config = (more: { pepper?: string; pepperFile?: string } = {}) => ({
    pepper: undefined,
    pepperFile: undefined,
    dataDir,
    ...more,
  });

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'pepper-'));
  });

  afterEach(() => {
    rmSync(dataDir, { recursive: true });
  });

  test('is made at first start, readable by its owner only, and kept', async () => {
    const first = await readPepper(config());
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(dataDir, 'pepper')).mode & 0o777).toBe(0o600);
    expect(await readPepper(config())).toBe(first);
  });

  test('is the same for processes that start together', async () => {
    const read = await Promise.all([1, 2, 3, 4].map(() => readPepper(config())));
    expect(new Set(read).size).toBe(1);
    expect(readdirSync(dataDir)).toEqual(['pepper']);
  });

  test('from the environment beats the file and makes none', async () => {
    expect(await readPepper(config({ pepper: 'p'.repeat(32) }))).toBe('p'.repeat(32));
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test('in a file that was named is never made', async () => {
    await expect(readPepper(config({ pepperFile: join(dataDir, 'elsewhere') }))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  test('that is too short stops the start without being shown', async () => {
    writeFileSync(join(dataDir, 'pepper'), 'too-short\n');
    const refusal = await readPepper(config()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PepperUnusable);
    expect(String(refusal)).not.toContain('too-short');
  });
});
