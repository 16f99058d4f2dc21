import type { BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ClientDuplexStream, ClientReadableStream } from '@grpc/grpc-js';
import type { ClientParts, Driver } from './driver.js';
import { inTime, type Patience } from './patience.js';

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
    private readonly patience: Patience,
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
    const { serverVersion, supports } = await inTime(this.client.capabilities, this.patience);
    return { version: serverVersion, hasBatchAppend: supports(this.driver.batchAppend) };
  }

  /** A node that is still being looked for is not waited for. */
  async close(): Promise<void> {
    void this.client.getChannel().then(
      (channel) => channel.close(),
      () => undefined,
    );
    await this.client.dispose();
  }

  /** Always with the leader: a follower may be behind, so that one answer could be older than the one before. */
  private async begin<Call extends BatchCall | ReadCall>(
    call: (client: StreamsClient, args: ReturnType<ClientParts['callArguments']>) => Call,
  ): Promise<Call> {
    const args = () => this.client.callArguments({ requiresLeader: true }, { deadline: Infinity });
    const { StreamsClient } = this.driver;
    const begun = this.client.GRPCStreamCreator(StreamsClient, 'aterkom', (client) => call(client, args()))();
    // The client looks for a node of the cluster for as long as it likes: with its usual settings for most of a minute.
    return inTime(begun, this.patience).catch((error: unknown) => {
      void begun.then(dropped, () => undefined);
      throw error;
    });
  }
}

/** A call that nobody waits for any more. */
const dropped = (call: BatchCall | ReadCall): void => call.on('error', () => undefined).cancel();
