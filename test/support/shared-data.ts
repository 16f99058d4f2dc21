import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from '@jest/globals';

/** Real data stands beside the repository and never in it; ATERKOM_SHARED names another folder that holds `data/`. */
const SHARED = resolve(process.env['ATERKOM_SHARED'] ?? join(import.meta.dirname, '../../../shared'));

/** Tests that read a file of `../shared/data`; where it is missing they are skipped and the reason is printed. */
export function describeWithSharedData(name: string, file: string, tests: (path: string) => void): void {
  const path = join(SHARED, 'data', file);
  if (existsSync(path)) {
    describe(name, () => tests(path));
    return;
  }
  console.warn(`skipped: ${name}: there is no ../shared/data/${file} (ATERKOM_SHARED names another folder)`);
  describe.skip(name, () => test(`needs ../shared/data/${file}`, () => undefined));
}
