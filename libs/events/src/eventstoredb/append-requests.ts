import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { APPEND_LIMIT_BYTES } from '../store/encoded-append.js';
import type { ExpectedRevision } from '../store/event-store.js';
import { EventTooLarge } from '../store/event-store.errors.js';
import type { EncodedEvent } from '../versioning/stored-event.js';
import type { Driver } from './driver.js';
import type { StreamNames } from './stream-names.js';

export interface Append {
  readonly streamId: string;
  readonly events: readonly EncodedEvent[];
  readonly expected: ExpectedRevision;
}

/** The server counts names in UTF-16. */
const BYTES_PER_UNIT_OF_TYPE = 2;

/** Builds the request of one append. The expected revision is always said: without one the server would take any. */
export class AppendRequests {
  constructor(
    private readonly driver: Driver,
    private readonly names: StreamNames,
  ) {}

  /** @throws EventTooLarge */
  append({ streamId, events, expected }: Append, correlationId: string): BatchAppendReq {
    const messages = events.map((event) => this.message(event));
    const bytes = messages.reduce((sum, message) => sum + sizeOf(message), 0);
    if (bytes > APPEND_LIMIT_BYTES) throw new EventTooLarge(bytes, APPEND_LIMIT_BYTES);
    const { shared, streams } = this.driver;
    const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(this.names.onServer(streamId), 'utf8'));
    const options = new streams.BatchAppendReq.Options().setStreamIdentifier(identifier);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- every empty message is written as nothing
    if (expected === 'no-stream') options.setNoStream(new shared.Empty());
    else options.setStreamPosition(String(expected));
    const request = new streams.BatchAppendReq().setCorrelationId(new shared.UUID().setString(correlationId));
    return request.setOptions(options).setProposedMessagesList(messages).setIsFinal(true);
  }

  private message({ id, type, data, metadata }: EncodedEvent): BatchAppendReq.ProposedMessage {
    const message = new this.driver.streams.BatchAppendReq.ProposedMessage();
    message.getMetadataMap().set('type', type).set('content-type', 'application/json');
    message.setData(Buffer.from(data, 'utf8')).setCustomMetadata(Buffer.from(metadata, 'utf8'));
    return message.setId(new this.driver.shared.UUID().setString(id));
  }
}

const sizeOf = (message: BatchAppendReq.ProposedMessage): number =>
  BYTES_PER_UNIT_OF_TYPE * (message.getMetadataMap().get('type') ?? '').length +
  message.getData_asU8().length +
  message.getCustomMetadata_asU8().length;
