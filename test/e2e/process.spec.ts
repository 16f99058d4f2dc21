import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';
import { HttpClient } from '../support/http-client.js';
import { PASSWORD } from '../support/test-client.js';

const LONG = 60_000;

describe('the process of the API', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'api-process-'));
  });

  afterEach(() => {
    rmSync(dataDir, { recursive: true });
  });

  const stop = async (api: ApiProcess): Promise<number | null> => {
    api.process.kill('SIGTERM');
    return api.exitCode;
  };

  test(
    'makes an administrator once, keeps what was saved, and ends well when it is asked to',
    async () => {
      const first = await startApiProcess({ DATA_DIR: dataDir });
      const oneTime = first.oneTimePassword ?? '';
      await HttpClient.firstAdmin(first.address, oneTime);
      expect(await stop(first)).toBe(0);
      expect(await first.log).not.toContain(oneTime);

      const second = await startApiProcess({ DATA_DIR: dataDir });
      expect(second.oneTimePassword).toBeUndefined();
      const signedIn = await new HttpClient(second.address).signIn('admin', PASSWORD);
      expect(await signedIn.get('/me')).toMatchObject({ status: 200 });
      expect(await stop(second)).toBe(0);
      expect(readdirSync(dataDir).sort()).toEqual(['events.sqlite', 'pepper', 'read.sqlite']);
    },
    LONG,
  );

  test(
    'refuses to start with wrong variables, and with another pepper, and says why',
    async () => {
      await expect(startApiProcess({ DATA_DIR: dataDir, PORT: 'x', LOG_LEVEL: 'loud' })).rejects.toThrow(
        /exit code 1: .*PORT: must be a whole number.*LOG_LEVEL: must be one of/s,
      );
      await stop(await startApiProcess({ DATA_DIR: dataDir }));
      await expect(startApiProcess({ DATA_DIR: dataDir, PEPPER: 'p'.repeat(32) })).rejects.toThrow(
        /exit code 1: .*pepper/,
      );
    },
    LONG,
  );
});
