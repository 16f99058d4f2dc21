import { MongoClient, MongoError, MongoServerError, type Collection } from 'mongodb';
import { StoreUnavailable } from '#events/store/event-store.errors';
import type { Position } from '#events/store/recorded-event';
import { ReactorProgress, type ParkedEvent } from '../progress/reactor-progress.js';

export interface MongodbReactorProgressOptions {
  /** A server that is silent for so long does not answer any more; the driver asks once more. */
  readonly timeoutMs?: number;
}

interface ProgressDoc {
  readonly _id: string;
  readonly position: string;
}

interface ParkedDoc extends Omit<ParkedEvent, 'position'> {
  readonly _id: string;
  readonly position: string;
}

/** Where the URL names no database. */
const DATABASE = 'aterkom';
const TIMEOUT_MS = 20_000;
const CHOOSING_MS = 5000;
/** After a failure the driver looks at the server again in half a second at the earliest. */
const LEAST_CHOOSING_MS = 1500;
/** Positions of every store fit, and sort as texts. */
const POSITION_DIGITS = 39;
const DUPLICATE_KEY = 11000;

const sortable = (position: Position): string => String(position).padStart(POSITION_DIGITS, '0');
const idOf = ({ reactor, eventId }: Pick<ParkedEvent, 'reactor' | 'eventId'>): string => `${reactor}/${eventId}`;
const databaseIn = (url: string): string => /^[^:]+:\/\/[^/]*\/([^?]+)/.exec(url)?.[1] ?? DATABASE;

/**
 * Beside the read models, in collections of its own: those may be dropped and built anew, and no reactor begins again for it.
 * Never an upsert: what is absent is inserted, what is present changed while it is older.
 */
export class MongodbReactorProgress extends ReactorProgress {
  private readonly client: MongoClient;
  private readonly progress: Collection<ProgressDoc>;
  private readonly aside: Collection<ParkedDoc>;
  private connecting: Promise<unknown> | undefined;
  private isClosed = false;

  constructor(url: string, { timeoutMs = TIMEOUT_MS }: MongodbReactorProgressOptions = {}) {
    super();
    const choosingMs = Math.max(Math.min(timeoutMs, CHOOSING_MS), LEAST_CHOOSING_MS);
    this.client = new MongoClient(url, {
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      readPreference: 'primary',
      socketTimeoutMS: timeoutMs,
      connectTimeoutMS: choosingMs,
      serverSelectionTimeoutMS: choosingMs,
      appName: 'aterkom',
    });
    const database = this.client.db(databaseIn(url));
    this.progress = database.collection<ProgressDoc>('reactor_progress');
    this.aside = database.collection<ParkedDoc>('reactor_parked');
  }

  override positionOf(reactor: string): Promise<Position> {
    return this.ask(async () => BigInt((await this.progress.findOne({ _id: reactor }))?.position ?? 0));
  }

  override save(positions: ReadonlyMap<string, Position>): Promise<void> {
    return this.ask(async () => {
      await Promise.all([...positions].map(([reactor, position]) => this.saveOne(reactor, sortable(position))));
    });
  }

  override parked(reactor: string): Promise<readonly ParkedEvent[]> {
    return this.ask(async () => {
      const found = await this.aside
        .find({ reactor }, { projection: { _id: 0 } })
        .sort({ position: 1 })
        .toArray();
      return found.map((doc) => ({ ...doc, position: BigInt(doc.position) }));
    });
  }

  override park(event: ParkedEvent): Promise<void> {
    return this.ask(async () => {
      const document = { _id: idOf(event), ...event, position: sortable(event.position) };
      if (await isInserted(this.aside, document)) return;
      await this.aside.replaceOne({ _id: document._id, tries: { $lt: event.tries } }, document);
    });
  }

  override unpark(event: Pick<ParkedEvent, 'reactor' | 'eventId'>): Promise<void> {
    return this.ask(async () => {
      await this.aside.deleteOne({ _id: idOf(event) });
    });
  }

  override async close(): Promise<void> {
    this.isClosed = true;
    await this.client.close();
  }

  private ask<T>(work: () => Promise<T>): Promise<T> {
    return named(async () => {
      await this.connected();
      return work();
    });
  }

  /** Left to itself the driver never connects again where the first attempt has failed. */
  private connected(): Promise<unknown> {
    if (this.isClosed) throw new StoreUnavailable('closed', 'the connection to the reactors has been closed');
    this.connecting ??= this.client.connect().catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
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
async function isInserted<T extends { readonly _id: string }>(
  collection: Collection<T>,
  document: T,
): Promise<boolean> {
  try {
    // The cast: the document has its id, which the driver's type leaves optional.
    await collection.insertOne(document as Parameters<typeof collection.insertOne>[0]);
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}

async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    const message = `the reactors' server: ${error.name} ${error.code ?? ''}`;
    throw new StoreUnavailable('unreachable', message, { cause: error });
  }
}
