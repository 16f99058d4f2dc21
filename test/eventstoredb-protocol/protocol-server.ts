import { promisify } from 'node:util';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { AppendService } from './append-service.js';
import { BatchAppendService } from './batch-append-service.js';
import { DeleteService } from './delete-service.js';
import { Faults } from './faults.js';
import { gossip, supportedMethods } from './node-services.js';
import type { Protocol } from './protocol.js';
import { ProtocolLog } from './protocol-log.js';
import { ReadService } from './read-service.js';

const HOST = '127.0.0.1';
/** As a real server: an event of some 17 MiB does not even arrive. */
const MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

/**
 * A double of an EventStoreDB node: it speaks the protocol and keeps its log in memory. How alike it is to a real node
 * is what `npm run probe:eventstoredb` says, and nothing beyond that.
 */
export class ProtocolServer {
  readonly log = new ProtocolLog();
  readonly faults = new Faults();
  private server: Server | undefined;
  private port = 0;

  constructor(private readonly protocol: Protocol) {}

  get url(): string {
    return this.urlFor('esdb');
  }

  urlFor(scheme: string): string {
    return `${scheme}://${HOST}:${this.port}?tls=false`;
  }

  /** On a free port, or on the one it had before. */
  async start(): Promise<this> {
    this.server = this.serving();
    const bind = promisify(this.server.bindAsync.bind(this.server));
    this.port = await bind(`${HOST}:${this.port}`, ServerCredentials.createInsecure());
    return this;
  }

  /** Ends every connection at once, as a killed process does; the log stays. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = undefined;
  }

  private serving(): Server {
    const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE_BYTES });
    const { protocol, log, faults } = this;
    const leader = () => ({ host: HOST, port: this.port });
    const { streams, features, gossip: gossips } = protocol.services;
    server.addService(streams, {
      read: new ReadService(protocol, log, faults).read,
      append: new AppendService(protocol, log).append,
      batchAppend: new BatchAppendService(protocol, log, faults, leader).batchAppend,
      delete: new DeleteService(protocol, log).delete,
      tombstone: new DeleteService(protocol, log).tombstone,
    });
    server.addService(features, { getSupportedMethods: supportedMethods(protocol, faults) });
    server.addService(gossips, { read: gossip(protocol, () => this.port) });
    return server;
  }
}
