import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reactorProgressContract } from '../testing/reactor-progress.contract.js';
import { SqliteReactorProgress } from './sqlite-reactor-progress.js';

reactorProgressContract('SqliteReactorProgress', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aterkom-reactors-'));
  const opened: SqliteReactorProgress[] = [];
  const reopen = (): SqliteReactorProgress => {
    const progress = new SqliteReactorProgress(join(folder, 'reactors.sqlite'));
    opened.push(progress);
    return progress;
  };
  const dispose = (): void => {
    for (const progress of opened) void progress.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { progress: reopen(), reopen, dispose };
});
