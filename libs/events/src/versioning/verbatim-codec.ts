import type { EventMetadata, NewEvent, Recorded } from '../store/recorded-event.js';
import { EventCodec } from './event-codec.js';
import type { EncodedEvent, StoredPlace } from './stored-event.js';

/** For moving a log: events pass as they were stored, of whatever type and version, and none is taken to a newer one. */
class VerbatimCodec extends EventCodec {
  constructor() {
    super({}, {});
  }

  override encode({ id, event, metadata }: NewEvent): EncodedEvent {
    return { id, type: event.type, data: JSON.stringify(event.data), metadata: JSON.stringify(metadata) };
  }

  override revive(
    { type, id, streamId, revision, ...place }: StoredPlace,
    data: object,
    metadata: EventMetadata,
  ): Recorded {
    const { position, recordedAt } = place;
    return { type, data, id, streamId, revision: Number(revision), position, recordedAt, metadata };
  }
}

export const verbatimCodec = new VerbatimCodec();
