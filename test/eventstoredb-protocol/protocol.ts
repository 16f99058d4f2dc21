import type * as features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type * as gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type * as shared from '@eventstore/db-client/generated/shared_pb.js';
import type * as status from '@eventstore/db-client/generated/status_pb.js';
import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';

/** A CommonJS module's own exports. */
type Messages<Module> = Omit<Module, 'default'>;

/** A client's generated messages and services: what the double speaks. Both clients generate the same first version. */
export interface Protocol {
  readonly streams: Messages<typeof streams>;
  readonly shared: Messages<typeof shared>;
  readonly status: Messages<typeof status>;
  readonly features: Messages<typeof features>;
  readonly gossip: Messages<typeof gossip>;
  readonly services: {
    readonly streams: Messages<typeof StreamsService>;
    readonly features: Messages<typeof ServerFeaturesService>;
    readonly gossip: Messages<typeof GossipService>;
  };
}
