import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { projections } from '../../projections.js';
import { LeaseKeeper } from '../../runner/lease-keeper.js';
import { ProjectionGroup } from '../../runner/projection-group.js';
import { SqliteProjectionStore } from '../../sqlite/sqlite-projection-store.js';

// A projector that will be killed: node project.ts <log file> <views file> <version of every projection>.
// Prints `running` once it holds the lease. Its commits are small, so that a kill comes between many.
const [logFile = '', viewsFile = '', version = '1'] = process.argv.slice(2);
const log = new SqliteEventStore({ file: logFile, readOnly: true });
const store = new SqliteProjectionStore(viewsFile);
const told = (_: object, message: string): void => {
  process.stdout.write(`${message}\n`);
};
const runnerLog = { info: told, warn: told, error: told };
const options = { pageEvents: 2, commitEvents: 2, batchEvents: 2, bulkRows: 2 };
const versioned = projections.map((projection) => ({ ...projection, version: Number(version) }));
const group = new ProjectionGroup(versioned, { log, store, runnerLog, options });
// Who is killed renews nothing: the next one need not wait.
const keeper = new LeaseKeeper(store, runnerLog, { holder: String(process.pid), ttlMs: 1 });
await keeper.hold(new AbortController().signal, (lease, signal) => group.run(lease, signal));
