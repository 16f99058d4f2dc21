import type { BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ClientDuplexStream, ClientReadableStream } from '@grpc/grpc-js';
import type { ClientParts, Driver } from './driver.js';

export type BatchCall = ClientDuplexStream<BatchAppendReq, BatchAppendResp>;
export type ReadCall = ClientReadableStream<ReadResp>;

export interface ServerFacts {
  readonly version: string;
  readonly hasBatchAppend: boolean;
}

/** The calls that the adapter makes, over the client's connection. */
export class Connection {
  private readonly client: ClientParts;

  constructor(
    private readonly driver: Driver,
    connectionString: string,
  ) {
    this.client = driver.client(connectionString);
    // The client does not wait for this, so that a cluster that cannot be found would end the process.
    const { handleError } = this.client;
    this.client.handleError = (...failed) => handleError(...failed).catch(() => undefined);
  }

  /** Stays open for all appends of this connection. */
  batchAppend(): Promise<BatchCall> {
    return this.begin((client, args) => client.batchAppend(...args));
  }

  read(request: ReadReq): Promise<ReadCall> {
    return this.begin((client, args) => client.read(request, ...args));
  }

  async facts(): Promise<ServerFacts> {
    const { serverVersion, supports } = await this.client.capabilities;
    return { version: serverVersion, hasBatchAppend: supports(this.driver.batchAppend) };
  }

  async close(): Promise<void> {
    const channel = await this.client.getChannel().catch(() => undefined);
    await this.client.dispose();
    channel?.close();
  }

  /** Always with the leader: a follower may be behind, so that one answer could be older than the one before. */
  private begin<Call>(
    call: (client: StreamsClient, args: ReturnType<ClientParts['callArguments']>) => Call,
  ): Promise<Call> {
    const args = () => this.client.callArguments({ requiresLeader: true }, { deadline: Infinity });
    return this.client.GRPCStreamCreator(this.driver.StreamsClient, 'aterkom', (client) => call(client, args()))();
  }
}
