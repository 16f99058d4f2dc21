import type { EventContract } from '../contracts/domain-event.js';
import type { EventMetadata, NewEvent, Recorded } from '../store/recorded-event.js';
import type { EncodedEvent, StoredEvent, StoredPlace } from './stored-event.js';
import type { Upcast, Upcasts } from './upcasts.js';
import { EventNotWritable, EventUnreadable, UpcastsIncomplete } from './versioning.errors.js';

type Contracts = Readonly<Record<string, Pick<EventContract, 'version'>>>;

const asItIs: Upcast = (data) => data;

/** Between events and their stored form: writes the newest version only, reads every version that was ever written. */
export class EventCodec {
  /** Type to its newest `type@n`. */
  private readonly newest: ReadonlyMap<string, string>;
  /** Every readable `type@n` to its steps up to the newest version, composed. */
  private readonly readers: ReadonlyMap<string, Upcast>;

  /** @throws UpcastsIncomplete: a hole in the registry must stop the start, not the first read of an old event. */
  constructor(contracts: Contracts, upcasts: Upcasts) {
    const types = Object.entries(contracts);
    this.newest = new Map(types.map(([type, { version }]) => [type, `${type}@${version}`]));
    this.readers = new Map(types.flatMap(([type, { version }]) => readersOf(type, version, upcasts)));
    const useless = Object.keys(upcasts).find((step) => this.readers.get(step) === undefined || this.isNewest(step));
    if (useless) throw new UpcastsIncomplete(useless, 'of no use');
  }

  /** @throws EventNotWritable */
  encode({ id, event, metadata }: NewEvent): EncodedEvent {
    if (metadata.schema !== this.newest.get(event.type)) throw new EventNotWritable(event.type, metadata.schema);
    return { id, type: event.type, data: JSON.stringify(event.data), metadata: JSON.stringify(metadata) };
  }

  /** @throws EventUnreadable */
  decode(stored: StoredEvent): Recorded {
    return this.revive(stored, parsed(stored, stored.data), parsed(stored, stored.metadata) as EventMetadata);
  }

  /** For a driver that has parsed the JSON itself. @throws EventUnreadable */
  revive(place: StoredPlace, data: object, metadata: EventMetadata): Recorded {
    const upcast = this.readers.get(metadata.schema);
    if (!upcast) throw new EventUnreadable(this.newest.has(place.type) ? 'unknown-version' : 'unknown-type', place);
    return {
      type: place.type,
      data: upcast(data),
      id: place.id,
      streamId: place.streamId,
      revision: Number(place.revision),
      position: place.position,
      recordedAt: place.recordedAt,
      metadata,
    };
  }

  private isNewest(schema: string): boolean {
    return this.newest.get(schema.slice(0, schema.lastIndexOf('@'))) === schema;
  }
}

function readersOf(type: string, newest: number, upcasts: Upcasts): [string, Upcast][] {
  const readers: [string, Upcast][] = [[`${type}@${newest}`, asItIs]];
  let onwards = asItIs;
  for (let version = newest - 1; version >= 1; version--) {
    onwards = composed(stepFrom(`${type}@${version}`, upcasts), onwards);
    readers.push([`${type}@${version}`, onwards]);
  }
  return readers;
}

const composed =
  (first: Upcast, then: Upcast): Upcast =>
  (data) =>
    then(first(data));

function stepFrom(schema: string, upcasts: Upcasts): Upcast {
  const step = upcasts[schema];
  if (!step) throw new UpcastsIncomplete(schema, 'missing');
  return step;
}

/** The parser's own message quotes the text, which may be personal; it is left out. */
function parsed(place: StoredPlace, json: string): object {
  try {
    return JSON.parse(json) as object;
  } catch {
    throw new EventUnreadable('malformed-json', place);
  }
}
