import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { startScript } from '../../../../test/support/child-script.js';
import { projections } from '../projections.js';
import { SqliteProjectionStore } from '../sqlite/sqlite-projection-store.js';
import { SqliteReadStore } from '../sqlite/sqlite-read-store.js';
import type { Projection } from '../store/define-projection.js';
import { bothCounts } from '../testing/counters-checked.js';
import { naiveFold } from '../testing/naive-fold.js';
import { randomLog } from '../testing/random-log.js';
import { runGroup } from '../testing/run-group.js';
import { dumpOf, endEachTest, temporaryFolder } from '../testing/stores-under-test.js';
import { everythingIn, write, written } from '../testing/written-log.js';

endEachTest();
jest.setTimeout(600_000);

const ROUNDS = Number(process.env['ATERKOM_KILL_ROUNDS'] ?? 12);
/** Rounds that work on the same version: the first begins to build it, the later ones go on. */
const ROUNDS_PER_VERSION = 4;
/** Longer than a projector takes to work off what is new. */
const LONGEST_LIFE_MS = 80;
const SCRIPT = new URL('../testing/processes/project.ts', import.meta.url);

const at = (version: number): readonly Projection[] => projections.map((projection) => ({ ...projection, version }));

describe('a projector that is killed at any moment', () => {
  test(`loses and doubles nothing, ${ROUNDS} times`, async () => {
    const folder = temporaryFolder();
    const [logFile, viewsFile] = [join(folder, 'events.sqlite'), join(folder, 'read.sqlite')];
    const log = new SqliteEventStore({ file: logFile });
    const logs = fc.sample(randomLog, ROUNDS);
    for (const [round, events] of logs.entries()) {
      await write(
        log,
        events.flatMap(({ streamId, event }) => written(`${streamId}-${round}`, event)),
      );
      const version = 1 + Math.floor(round / ROUNDS_PER_VERSION);
      const child = startScript(SCRIPT, logFile, viewsFile, String(version));
      await child.lines.next();
      await pause(Math.random() * LONGEST_LIFE_MS);
      child.process.kill('SIGKILL');
      await once(child.process, 'close');
    }
    const last = at(1 + Math.floor((ROUNDS - 1) / ROUNDS_PER_VERSION));
    const [writer, reader] = [new SqliteProjectionStore(viewsFile), new SqliteReadStore(viewsFile)];
    const finishing = runGroup({ writer, reader, log, projections: last });
    await finishing.caughtUp();
    await finishing.stop();
    const everything = await everythingIn(log);
    for (const projection of last) {
      const rows = dumpOf(viewsFile, projection);
      expect(rows).toEqual(naiveFold(projection, everything));
      const { kept, counted } = await bothCounts(reader, projection, rows);
      expect(kept).toEqual(counted);
    }
    await Promise.all([writer.close(), reader.close(), log.close()]);
  });
});
