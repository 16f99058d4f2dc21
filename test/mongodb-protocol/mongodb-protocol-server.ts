import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { administrationCommands } from './administration.js';
import { CODES, CommandFailed } from './command-failed.js';
import type { Command, ServerState } from './command.js';
import { Cursors } from './cursors.js';
import { Databases } from './databases.js';
import { RawDoc } from './raw-doc.js';
import { readCommands } from './reads.js';
import { requestOf, type Request } from './request.js';
import { Framing, parseMessage, replyTo, type Message } from './wire.js';
import { retryKeyOf, writeCommands } from './writes.js';

export interface ProtocolServerOptions {
  /** The only member of a replica set, which knows retried writes; else a standalone, which does not. */
  readonly isReplicaSet?: boolean;
}

const COMMANDS: Readonly<Record<string, Command>> = { ...administrationCommands, ...readCommands, ...writeCommands };

/** A double of a MongoDB server, in memory: speaks OP_MSG for the commands that the read models use. */
export class MongodbProtocolServer {
  private readonly server: Server = createServer((socket) => this.serve(socket));
  private readonly sockets = new Set<Socket>();
  private readonly answered = new Map<string, RawDoc>();
  private state: ServerState;

  private constructor({ isReplicaSet = false }: ProtocolServerOptions) {
    const databases = new Databases(() => undefined);
    this.state = { databases, cursors: new Cursors(), address: '', isReplicaSet };
  }

  /** On a free port of this machine. */
  static async start(options: ProtocolServerOptions = {}): Promise<MongodbProtocolServer> {
    const started = new MongodbProtocolServer(options);
    started.server.listen(0, '127.0.0.1');
    await once(started.server, 'listening');
    // The cast: it listens on a port.
    const { port } = started.server.address() as AddressInfo;
    started.state = { ...started.state, address: `127.0.0.1:${port}` };
    return started;
  }

  urlOf(database: string): string {
    const { address, isReplicaSet } = this.state;
    return `mongodb://${address}/${database}${isReplicaSet ? '?replicaSet=double' : ''}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    const framing = new Framing();
    this.sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      for (const bytes of framing.feed(chunk)) this.receive(socket, bytes);
    });
  }

  private receive(socket: Socket, bytes: Buffer): void {
    const message = parseMessage(bytes);
    if (!message) {
      socket.destroy();
      return;
    }
    const reply = this.answer(message);
    if (!message.isSilent) socket.write(replyTo(message, reply.bytes));
  }

  private answer(message: Message): RawDoc {
    const request = requestOf(message);
    try {
      return this.once(request);
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      return RawDoc.of({ ok: 0, errmsg: error.message, code: error.code, ...error.details });
    }
  }

  /** A retried write is answered from memory and not done twice, as a replica set does. */
  private once(request: Request): RawDoc {
    const key = this.state.isReplicaSet ? retryKeyOf(request) : undefined;
    const known = key === undefined ? undefined : this.answered.get(key);
    if (known) return known;
    const reply = this.run(request);
    if (key !== undefined) this.answered.set(key, reply);
    return reply;
  }

  private run(request: Request): RawDoc {
    const command = COMMANDS[request.command];
    if (!command) throw new CommandFailed(CODES.commandNotFound, `no such command: '${request.command}'`);
    return command(request, this.state);
  }
}
