import { MongoClient, ReadConcern, type Collection, type Db, type DbOptions, type Document } from 'mongodb';
import { ReadModelsUnavailable } from '../store/read-store.errors.js';
import { named } from './mongodb-errors.js';

export interface MongodbOptions {
  /** Milliseconds since 1970; the clocks of several projectors need agree only as far as the lease is long. */
  readonly nowMs?: () => number;
  /** A server that is silent for so long does not answer any more; the driver asks once more. */
  readonly timeoutMs?: number;
  /** Is told of every command as it is sent, to see what it costs. */
  readonly onCommand?: (command: Document) => void;
}

/** Where the URL names no database. */
const DATABASE = 'aterkom';
const TIMEOUT_MS = 20_000;
const CHOOSING_MS = 5000;
/** After a failure the driver looks at the server again in half a second at the earliest. */
const LEAST_CHOOSING_MS = 1500;

/**
 * What a majority of the members has on disk is not lost; reading sees nothing else. Of the database, not of the client: what the URL
 * says would be mixed into the client's.
 */
const PROMISES: DbOptions = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: new ReadConcern('majority'),
  readPreference: 'primary',
};

const databaseIn = (url: string): string => /^[^:]+:\/\/[^/]*\/([^?]+)/.exec(url)?.[1] ?? DATABASE;

/** A document with its key; everything else about it is its owner's. */
export interface Keyed extends Document {
  readonly _id: string;
}

/** A connection of its own; connects at its first use. */
export class MongodbDatabase {
  private readonly client: MongoClient;
  private readonly db: Db;
  private connecting: Promise<unknown> | undefined;
  private isClosed = false;

  constructor(url: string, { timeoutMs = TIMEOUT_MS, onCommand }: Omit<MongodbOptions, 'nowMs'> = {}) {
    const choosingMs = Math.max(Math.min(timeoutMs, CHOOSING_MS), LEAST_CHOOSING_MS);
    this.client = new MongoClient(url, {
      ignoreUndefined: true,
      socketTimeoutMS: timeoutMs,
      connectTimeoutMS: choosingMs,
      serverSelectionTimeoutMS: choosingMs,
      appName: 'aterkom',
      monitorCommands: onCommand !== undefined,
    });
    if (onCommand) this.client.on('commandStarted', ({ command }) => onCommand(command));
    this.db = this.client.db(databaseIn(url), PROMISES);
  }

  collection<T extends Keyed>(name: string): Collection<T> {
    return this.db.collection<T>(name);
  }

  /** Questions and writes, whose failures come under our names. @throws ReadModelsUnavailable */
  ask<T>(work: () => Promise<T>): Promise<T> {
    return named(async () => {
      await this.connected();
      return work();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.client.close();
  }

  /** Left to itself the driver never connects again where the first attempt has failed. */
  private connected(): Promise<unknown> {
    if (this.isClosed) throw new ReadModelsUnavailable('closed', 'the connection to the read models has been closed');
    this.connecting ??= this.client.connect().catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
  }
}
