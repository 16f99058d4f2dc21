import { EventStoreDBClient, FORWARDS, jsonEvent, NO_STREAM, START } from '@eventstore/db-client';
import type { NewEvent } from '#events/store/recorded-event';

/** The limit of an adapter: its server's own client, and nothing asked or checked. */
export class RawClient {
  private readonly client: EventStoreDBClient;

  constructor(url: string) {
    this.client = EventStoreDBClient.connectionString(url);
  }

  async append(stream: string, revision: number, events: readonly NewEvent[]): Promise<void> {
    const sent = events.map(({ id, event: { type, data }, metadata }) =>
      jsonEvent({ id, type, data: { ...data }, metadata: { ...metadata } }),
    );
    await this.client.appendToStream(stream, sent, {
      expectedRevision: revision === 0 ? NO_STREAM : BigInt(revision - 1),
    });
  }

  /** Every event of the log, the server's own included. Answers how many. */
  async readAll(): Promise<number> {
    let count = 0;
    for await (const { event } of this.client.readAll({ direction: FORWARDS, fromPosition: START }))
      if (event) count += 1;
    return count;
  }

  close(): Promise<void> {
    return this.client.dispose();
  }
}
