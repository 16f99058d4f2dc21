import type * as shared from '@eventstore/db-client/generated/shared_pb.js';
import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { CallOptions, Metadata } from '@grpc/grpc-js';

/** A CommonJS module's own exports. */
type Messages<Module> = Omit<Module, 'default'>;

export type Streams = Messages<typeof streams>;
export type Shared = Messages<typeof shared>;

/**
 * What is used of a client besides its generated messages: connection, TLS, credentials, discovery and the way to a new
 * leader. Its own appends and reads are not used, for an answer that they do not expect ends the process (decision 0080).
 */
export interface ClientParts {
  GRPCStreamCreator: <Call>(
    service: typeof StreamsClient,
    debugName: string,
    begin: (client: StreamsClient) => Call,
  ) => () => Promise<Call>;
  callArguments: (options: { readonly requiresLeader: boolean }, call: CallOptions) => [Metadata, CallOptions];
  handleError: (client: unknown, error: Error) => Promise<void>;
  getChannel: () => Promise<{ close(): void }>;
  dispose: () => Promise<void>;
  readonly capabilities: Promise<{
    readonly serverVersion: string;
    readonly supports: (method: { readonly path: string }) => boolean;
  }>;
}

/** One of the two clients; both generate the same messages for the first version of the protocol. */
export interface Driver {
  readonly streams: Streams;
  readonly shared: Shared;
  readonly StreamsClient: typeof StreamsClient;
  /** The path of the call that takes many appends. */
  readonly batchAppend: { readonly path: string };
  /** Connects at the first call. */
  readonly client: (connectionString: string) => ClientParts;
}
