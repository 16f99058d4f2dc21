import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { perSecondOf } from '../harness/arrivals.js';

/** A local SMTP server that accepts every mail and keeps none. */
export interface MailReceiver {
  readonly url: string;
  /** Mails a second, from the first that is accepted from now on until there are so many. */
  rateOf(mails: number): Promise<number>;
  close(): Promise<void>;
}

export async function startMailReceiver(): Promise<MailReceiver> {
  let onMail = (): void => undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _, answer) {
      stream.resume().once('end', () => {
        onMail();
        answer();
      });
    },
  });
  // A sender that is ended hangs up in the middle.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  // The cast: it listens on a port.
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    rateOf: (mails) =>
      new Promise((resolve) => {
        const times: number[] = [];
        onMail = () => {
          if (times.push(performance.now()) === mails) resolve(perSecondOf(times));
        };
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
