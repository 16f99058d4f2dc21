import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStoreContract } from '../testing/read-store.contract.js';
import { SqliteProjectionStore } from './sqlite-projection-store.js';
import { SqliteReadStore } from './sqlite-read-store.js';

readStoreContract('SQLite', () => {
  let now = 0;
  const nowMs = (): number => now;
  const folder = mkdtempSync(join(tmpdir(), 'aterkom-read-'));
  const file = join(folder, 'read.db');
  const writer = new SqliteProjectionStore(file, { nowMs });
  const rival = new SqliteProjectionStore(file, { nowMs });
  const reader = new SqliteReadStore(file);
  return Promise.resolve({
    reader,
    writer,
    rival,
    moveClock: (ms) => (now += ms),
    async close() {
      await Promise.all([reader.close(), writer.close(), rival.close()]);
      rmSync(folder, { recursive: true });
    },
  });
});
