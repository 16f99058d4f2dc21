import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { MongodbProjectionStore } from '../../mongodb/mongodb-projection-store.js';
import { LeaseKeeper } from '../../runner/lease-keeper.js';
import { ProjectionGroup } from '../../runner/projection-group.js';
import { SqliteProjectionStore } from '../../sqlite/sqlite-projection-store.js';
import { allAt } from '../all-at.js';
import { ToldLog } from '../told-log.js';

// A projector that will be killed or paused: node project.ts <log file> <views file or address>.
// Waits for a line `<version of every projection> <events of a commit>`; says so when it holds the lease, and how far it reads.
const [logFile = '', views = ''] = process.argv.slice(2);
const store = views.startsWith('mongodb') ? new MongodbProjectionStore(views) : new SqliteProjectionStore(views);
const told = (_: object, message: string): void => {
  process.stdout.write(`${message}\n`);
};
const log = new ToldLog({ file: logFile, readOnly: true }, (position) => told({}, `reads ${position}`));
const runnerLog = { info: told, warn: told, error: told };
const lines = createInterface({ input: process.stdin });
told({}, 'ready');
// The cast: lines are texts.
const [line] = (await once(lines, 'line')) as [string];
const [version = 0, size = 0] = line.split(' ').map(Number);
const options = { pageEvents: size, commitEvents: size, batchEvents: size, bulkRows: size };
const group = new ProjectionGroup(allAt(version), { log, store, runnerLog, options });
// Who is killed renews nothing, and the next one hardly waits; a shorter time would keep the server busy with renewals.
const keeper = new LeaseKeeper(store, runnerLog, { holder: String(process.pid), ttlMs: 30 });
await keeper.hold(new AbortController().signal, (lease, signal) => group.run(lease, signal));
