import type { Collection } from 'mongodb';
import type { ParkedEvent, ProjectionCommit } from '../store/projection-store.js';
import type { MongodbDatabase } from './mongodb-database.js';
import { positionText } from './stored-at.js';
import { TOMBSTONE_INDEX, type DocWrite, type StoredDoc } from './stored-doc.js';

const PARKED = 'parked';

interface ParkedDoc extends StoredDoc {
  readonly owner: string;
  readonly event: Omit<ParkedEvent, 'position'> & { readonly position: string };
}

/** Events that wait behind stuck rows; `owner` names the version of a projection. */
export class ParkedDocs {
  private readonly parked: Collection<ParkedDoc>;

  constructor(database: MongodbDatabase) {
    this.parked = database.collection<ParkedDoc>(PARKED);
  }

  async createIndexes(): Promise<void> {
    await this.parked.createIndexes([{ key: { owner: 1 } }, TOMBSTONE_INDEX]);
  }

  async of(owner: string): Promise<readonly ParkedEvent[]> {
    const found = await this.parked.find({ owner }).toArray();
    const sorted = found.sort((a, b) => (a.event.position < b.event.position ? -1 : 1));
    return sorted.map(({ event }) => ({ ...event, position: BigInt(event.position) }));
  }

  /** What a commit parks and takes out. */
  async writesOf(owner: string, { park, unpark }: ProjectionCommit, at: string): Promise<DocWrite[]> {
    const write = (event: ParkedEvent): Omit<DocWrite, 'isPresent'> => ({
      collection: PARKED,
      id: `${owner}/${positionText(event.position)}/${event.key}`,
      at,
    });
    const added = park.map((event): DocWrite => {
      const body = { owner, event: { ...event, position: positionText(event.position) } };
      return { ...write(event), isPresent: false, body };
    });
    const known = unpark.length > 0 ? await this.of(owner) : [];
    const removed = known.filter(({ key }) => unpark.includes(key));
    return [...removed.map((event): DocWrite => ({ ...write(event), isPresent: true })), ...added];
  }

  async forget(owner: string): Promise<void> {
    await this.parked.deleteMany({ owner });
  }
}
