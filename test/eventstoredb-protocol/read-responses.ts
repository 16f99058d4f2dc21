import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Protocol } from './protocol.js';
import type { Stored } from './stored.js';

/** Builds what a read answers. */
export class ReadResponses {
  constructor(private readonly protocol: Protocol) {}

  event(stored: Stored): ReadResp {
    const { ReadResp } = this.protocol.streams;
    const record = new ReadResp.ReadEvent.RecordedEvent();
    record.setId(this.uuid(stored.id)).setStreamIdentifier(this.stream(stored.streamId));
    record.setStreamRevision(String(stored.revision)).setData(stored.data).setCustomMetadata(stored.metadata);
    record.setCommitPosition(String(stored.position)).setPreparePosition(String(stored.prepared));
    const metadata = { type: stored.type, 'content-type': stored.contentType, created: String(stored.created) };
    for (const [key, value] of Object.entries(metadata)) record.getMetadataMap().set(key, value);
    const event = new ReadResp.ReadEvent().setEvent(record).setCommitPosition(String(stored.position));
    return new ReadResp().setEvent(event);
  }

  /** What no server should ever send. */
  incompleteEvent(): ReadResp {
    const { ReadResp } = this.protocol.streams;
    return new ReadResp().setEvent(new ReadResp.ReadEvent());
  }

  streamNotFound(streamId: string): ReadResp {
    const { ReadResp } = this.protocol.streams;
    return new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(this.stream(streamId)));
  }

  confirmation(): ReadResp {
    const { ReadResp } = this.protocol.streams;
    const confirmation = new ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID());
    return new ReadResp().setConfirmation(confirmation);
  }

  caughtUp(): ReadResp {
    const { ReadResp } = this.protocol.streams;
    return new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
  }

  checkpoint(position: bigint): ReadResp {
    const { ReadResp } = this.protocol.streams;
    const checkpoint = new ReadResp.Checkpoint();
    checkpoint.setCommitPosition(String(position)).setPreparePosition(String(position));
    return new ReadResp().setCheckpoint(checkpoint);
  }

  stream(streamId: string): StreamIdentifier {
    return new this.protocol.shared.StreamIdentifier().setStreamName(Buffer.from(streamId, 'utf8'));
  }

  private uuid(id: string): UUID {
    return new this.protocol.shared.UUID().setString(id);
  }
}
