import { SqliteEventStore } from '../../sqlite/sqlite-event-store.js';
import { insist } from '../insist.js';
import { newNote } from '../new-notes.js';

// A process that writes: node append.ts <file> <how many to each stream> <streams...>
// Prints the id of each event when it is acknowledged.
const [file = '', count = '0', ...streams] = process.argv.slice(2);
const store = new SqliteEventStore({ file });

async function fill(streamId: string): Promise<void> {
  for (let appended = 0; appended < Number(count); appended++) {
    const note = newNote();
    await insist(store, streamId, note);
    process.stdout.write(`${note.id}\n`);
  }
}

await Promise.all(streams.map(fill));
await store.close();
