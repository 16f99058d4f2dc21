import type { Collection } from 'mongodb';
import type { Position } from '#events/store/recorded-event';
import { ReactorProgress, type ParkedEvent } from '#processes/progress/reactor-progress';
import { MongodbDatabase, type Keyed, type MongodbOptions } from './mongodb-database.js';
import { unlessDuplicate } from './mongodb-errors.js';
import { positionText } from './stored-at.js';

interface ProgressDoc extends Keyed {
  readonly position: string;
}

interface ParkedDoc extends Omit<ParkedEvent, 'position'>, Keyed {
  readonly position: string;
}

const idOf = ({ reactor, eventId }: Pick<ParkedEvent, 'reactor' | 'eventId'>): string => `${reactor}/${eventId}`;

/**
 * Beside the read models, in collections of its own: those may be dropped and built anew, and no reactor begins again for it.
 * Never an upsert: what is absent is inserted, what is present changed while it is older.
 */
export class MongodbReactorProgress extends ReactorProgress {
  private readonly database: MongodbDatabase;
  private readonly progress: Collection<ProgressDoc>;
  private readonly aside: Collection<ParkedDoc>;

  constructor(url: string, options: Pick<MongodbOptions, 'timeoutMs'> = {}) {
    super();
    this.database = new MongodbDatabase(url, options);
    this.progress = this.database.collection<ProgressDoc>('reactor_progress');
    this.aside = this.database.collection<ParkedDoc>('reactor_parked');
  }

  override positionOf(reactor: string): Promise<Position> {
    return this.database.ask(async () => BigInt((await this.progress.findOne({ _id: reactor }))?.position ?? 0));
  }

  override save(positions: ReadonlyMap<string, Position>): Promise<void> {
    return this.database.ask(async () => {
      await Promise.all([...positions].map(([reactor, position]) => this.saveOne(reactor, positionText(position))));
    });
  }

  override parked(reactor: string): Promise<readonly ParkedEvent[]> {
    return this.database.ask(async () => {
      const found = await this.aside
        .find({ reactor }, { projection: { _id: 0 } })
        .sort({ position: 1 })
        .toArray();
      return found.map((doc) => ({ ...doc, position: BigInt(doc.position) }));
    });
  }

  override park(event: ParkedEvent): Promise<void> {
    return this.database.ask(async () => {
      const document = { _id: idOf(event), ...event, position: positionText(event.position) };
      if (await isInserted(this.aside, document)) return;
      await this.aside.replaceOne({ _id: document._id, tries: { $lt: event.tries } }, document);
    });
  }

  override unpark(event: Pick<ParkedEvent, 'reactor' | 'eventId'>): Promise<void> {
    return this.database.ask(async () => {
      await this.aside.deleteOne({ _id: idOf(event) });
    });
  }

  override close(): Promise<void> {
    return this.database.close();
  }

  private async saveOne(reactor: string, position: string): Promise<void> {
    if (await this.isMoved(reactor, position)) return;
    if (await isInserted(this.progress, { _id: reactor, position })) return;
    // Another has inserted it meanwhile, perhaps with an older position; where it is newer this changes nothing.
    await this.isMoved(reactor, position);
  }

  private async isMoved(reactor: string, position: string): Promise<boolean> {
    const older = { _id: reactor, position: { $lt: position } };
    return (await this.progress.updateOne(older, { $set: { position } })).matchedCount === 1;
  }
}

/** False where there is one already. */
async function isInserted<T extends Keyed>(collection: Collection<T>, document: T): Promise<boolean> {
  try {
    // The cast: the document has its id, which the driver's type leaves optional.
    await collection.insertOne(document as Parameters<typeof collection.insertOne>[0]);
    return true;
  } catch (error) {
    unlessDuplicate(error);
    return false;
  }
}
