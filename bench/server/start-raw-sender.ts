import { fileURLToPath } from 'node:url';
import { startChild, type Child } from '../../replay/engine/child-process.js';

const FILE = fileURLToPath(new URL('./raw-sender.js', import.meta.url));

/** A process that sends so many mails and records nothing. */
export const startRawSender = (url: string, mails: number): Promise<Child<true>> =>
  startChild({
    file: FILE,
    args: [url, String(mails)],
    env: {},
    understand: (heard) => heard.includes('sending') || undefined,
  });
