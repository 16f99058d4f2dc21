import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import grpc from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import type { ClientParts, Driver } from './driver.js';

/**
 * `@kurrent/kurrentdb-client`, for `kurrentdb://`. Its appends, which overlook `expectedRevision` without a word, and its
 * native reads are not used. The casts: the same messages and the same client, generated and written a second time.
 */
export const kurrentClient = {
  streams,
  shared,
  StreamsClient: grpc.StreamsClient,
  batchAppend: grpc.StreamsService.batchAppend,
  client: (url: string) => KurrentDBClient.connectionString(url) as unknown as ClientParts,
} as unknown as Driver;
