import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { administrationCommands } from './administration.js';
import { CODES, CommandFailed } from './command-failed.js';
import type { Command, ServerState } from './command.js';
import { Cursors } from './cursors.js';
import { Databases } from './databases.js';
import { Faults, type Fault, type FaultOf, type Misbehaviour } from './faults.js';
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
const RETRYABLE = { errorLabels: ['RetryableWriteError'] };

/** What a server says instead of doing it. */
const REFUSALS: { readonly [Name in Fault]?: CommandFailed } = {
  'not-primary': new CommandFailed(CODES.notPrimary, 'not primary', RETRYABLE),
  'shutting-down': new CommandFailed(CODES.shuttingDown, 'in shutdown', RETRYABLE),
  'cursor-gone': new CommandFailed(CODES.cursorNotFound, 'cursor not found'),
  'disk-full': new CommandFailed(CODES.outOfDisk, 'no space left'),
};
const UNCONFIRMED = { writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } };
/** The driver would else look half a second after a failure at the earliest whether the server is back. */
const LOOKS_SOON = 'minHeartbeatFrequencyMS=10';
/** Writes that can be lost again; up to twice as many are kept, so that forgetting costs little. */
const REMEMBERED = 10_000;

/** A double of a MongoDB server, in memory: speaks OP_MSG for the commands that the read models use, and misbehaves on request. */
export class MongodbProtocolServer {
  /** Every write is done twice, as by a server that does not know a retried one. */
  doesWritesTwice = false;
  /** Is told of every command. */
  onRequest: (request: Request) => void = () => undefined;
  private readonly faults = new Faults();
  private readonly undoing: (() => void)[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly answered = new Map<string, RawDoc>();
  private server: Server = createServer();
  private state: ServerState;

  private constructor({ isReplicaSet = false }: ProtocolServerOptions) {
    const databases = new Databases((undo) => this.remember(undo));
    this.state = { databases, cursors: new Cursors(), address: '', isReplicaSet };
  }

  /** On a free port of this machine. */
  static async start(options: ProtocolServerOptions = {}): Promise<MongodbProtocolServer> {
    const started = new MongodbProtocolServer(options);
    await started.listen(0);
    return started;
  }

  urlOf(database: string): string {
    const { address, isReplicaSet } = this.state;
    return `mongodb://${address}/${database}?${LOOKS_SOON}${isReplicaSet ? '&replicaSet=double' : ''}`;
  }

  misbehave(of: FaultOf): Misbehaviour {
    return this.faults.add(of);
  }

  /** What has not gone wrong yet goes well. */
  behave(): void {
    this.faults.clear();
  }

  /** As a fail-over does that had not copied them. */
  loseLastWrites(count: number): void {
    for (const undo of this.undoing.splice(-count).reverse()) undo();
  }

  /** Gone in the middle of whatever it does; what is stored stays. */
  crash(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    this.state.cursors.killAll();
  }

  /** Under the same address. */
  restart(): Promise<void> {
    return this.listen(Number(this.state.address.split(':')[1]));
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.crash();
    await closed;
  }

  private async listen(port: number): Promise<void> {
    this.server = createServer((socket) => this.serve(socket));
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    // The cast: it listens on a port.
    const { port: chosen } = this.server.address() as AddressInfo;
    this.state = { ...this.state, address: `127.0.0.1:${chosen}` };
  }

  private remember(undo: () => void): void {
    this.undoing.push(undo);
    if (this.undoing.length > 2 * REMEMBERED) this.undoing.splice(0, REMEMBERED);
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
    const request = requestOf(message);
    this.onRequest(request);
    // What was sent before the crash of another moment is not done any more.
    if (socket.destroyed) return;
    const fault = this.faults.take(request);
    if (fault) this.misdo(socket, message, { request, fault });
    else send(socket, message, this.answer(request));
  }

  private misdo(socket: Socket, message: Message, { request, fault }: Misdeed): void {
    const done = ['drop-after', 'late', 'unconfirmed'].includes(fault.fault) ? this.answer(request) : undefined;
    if (fault.fault.startsWith('drop')) socket.destroy();
    else if (fault.fault === 'held' || fault.fault === 'late') {
      void fault.released.then(() => send(socket, message, done ?? this.answer(request)));
    } else if (done) send(socket, message, RawDoc.of({ ...done.typed(), ...UNCONFIRMED }));
    else send(socket, message, this.refusedOrTwice(request, fault.fault));
  }

  private refusedOrTwice(request: Request, fault: Fault): RawDoc {
    const refusal = REFUSALS[fault];
    if (refusal) return failed(refusal);
    this.answer(request);
    return this.answer(request);
  }

  private answer(request: Request): RawDoc {
    try {
      if (this.doesWritesTwice && request.command in writeCommands) this.run(request);
      return this.once(request);
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      return failed(error);
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

interface Misdeed {
  readonly request: Request;
  readonly fault: Misbehaviour;
}

const failed = ({ message, code, details }: CommandFailed): RawDoc =>
  RawDoc.of({ ok: 0, errmsg: message, code, ...details });

function send(socket: Socket, message: Message, reply: RawDoc): void {
  if (!message.isSilent && !socket.destroyed) socket.write(replyTo(message, reply.bytes));
}
