import { EventStoreDBClient } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ClientParts, Driver } from './driver.js';

/** `@eventstore/db-client`, for `esdb://`. */
export const dbClient: Driver = {
  streams,
  shared,
  StreamsClient: grpc.StreamsClient,
  batchAppend: grpc.StreamsService.batchAppend,
  // The cast: these parts are there at run time, and protected or private in the types; the version is pinned.
  client: (url) => EventStoreDBClient.connectionString(url) as unknown as ClientParts,
};
