import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** How the server meets a mail. `silent` and `hang-up` come when it has the whole mail; `dropped` before it asks for it. */
export type Manner = 'accept' | 'refuse-for-now' | 'refuse' | 'silent' | 'hang-up' | 'dropped' | 'unknown-mailbox';

/** A real SMTP server on a free port that keeps what it accepts, and can be told to misbehave. */
export interface MailServer {
  readonly url: string;
  /** Whole mails that arrived, accepted or not; the other side could not know of some. */
  readonly received: readonly string[];
  readonly accepted: readonly string[];
  manner: Manner;
  /** Resolves when so many mails have arrived. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

const withCode = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/** Of a sender that was ended in the middle: it counts for nothing. */
const halfAMail = (): void => undefined;

export async function startMailServer(): Promise<MailServer> {
  const received: string[] = [];
  const accepted: string[] = [];
  const waiting = new Set<() => void>();
  const sockets = new Map<number | undefined, Socket>();
  const hangUp = ({ remotePort }: SMTPServerSession): unknown => sockets.get(remotePort)?.destroy();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_, session, answer) {
      if (state.manner === 'dropped') hangUp(session);
      else answer(state.manner === 'unknown-mailbox' ? withCode(550, '5.1.1 no such mailbox') : undefined);
    },
    onData(stream, session, answer) {
      text(stream).then((mail) => {
        received.push(mail);
        if (state.manner === 'accept') accepted.push(mail);
        for (const look of waiting) look();
        reply(session, answer);
      }, halfAMail);
    },
  });
  const reply = (session: SMTPServerSession, answer: (error?: Error) => void): void => {
    if (state.manner === 'accept') answer();
    else if (state.manner === 'refuse-for-now') answer(withCode(451, '4.3.0 later'));
    else if (state.manner === 'refuse') answer(withCode(554, '5.7.1 no'));
    else if (state.manner === 'hang-up') hangUp(session);
  };
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.set(socket.remotePort, socket));
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  // The cast: it listens on a port.
  const { port } = server.server.address() as AddressInfo;
  const state: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    accepted,
    manner: 'accept',
    arrived: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return state;
}
