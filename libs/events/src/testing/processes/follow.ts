import { SqliteEventStore } from '../../sqlite/sqlite-event-store.js';

// A process that reads: node follow.ts <file> <how many>; prints the id of each event as it comes.
const [file = '', count = '0'] = process.argv.slice(2);
const store = new SqliteEventStore({ file, readOnly: true });
const aborting = new AbortController();
// Following keeps no process alive.
const alive = setInterval(() => undefined, 1000);

let seen = 0;
process.stdout.write('following\n');
for await (const { events } of store.subscribe({ after: 'start', signal: aborting.signal })) {
  for (const { id } of events) process.stdout.write(`${id}\n`);
  seen += events.length;
  if (seen >= Number(count)) aborting.abort();
}
clearInterval(alive);
await store.close();
