import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { Protocol } from './protocol.js';

/** As `@eventstore/db-client` speaks it. */
export const eventStoreProtocol: Protocol = {
  streams,
  shared,
  status,
  features,
  gossip,
  services: { streams: StreamsService, features: ServerFeaturesService, gossip: GossipService },
};
