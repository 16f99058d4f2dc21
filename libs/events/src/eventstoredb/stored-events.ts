import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Instant } from '../contracts/domain-event.js';
import type { StoredEvent } from '../versioning/stored-event.js';
import { BadAnswer } from './server-errors.js';
import { idText, positionOf, utf8 } from './wire-values.js';

/** .NET counts time in steps of 100 ns. */
const TICKS_PER_MS = 10_000n;

/** The event in an answer, as it stands in the log; undefined where the answer holds none. @throws BadAnswer */
export function storedEventIn(response: ReadResp): StoredEvent | undefined {
  if (!response.hasEvent()) return undefined;
  const record = told(response.getEvent()?.getEvent());
  const metadata = record.getMetadataMap();
  return {
    id: idText(record.getId()),
    streamId: utf8(told(record.getStreamIdentifier()).getStreamName_asU8()),
    type: told(metadata.get('type')),
    revision: Number(record.getStreamRevision()),
    position: positionOf(record),
    recordedAt: instantOf(told(metadata.get('created'))),
    data: utf8(record.getData_asU8()),
    metadata: utf8(record.getCustomMetadata_asU8()),
  };
}

const instantOf = (ticks: string): Instant => new Date(Number(BigInt(ticks) / TICKS_PER_MS)).toISOString();

function told<T>(part: T | undefined): T {
  if (part === undefined) throw new BadAnswer('an incomplete event');
  return part;
}
