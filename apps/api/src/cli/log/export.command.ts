import { once } from 'node:events';
import { Command } from 'commander';
import type { EventStore } from '#events/store/event-store';
import type { Recorded } from '#events/store/recorded-event';
import { configOf, readingLog } from '../installation-files.js';
import { showProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';

const PAGE_EVENTS = 1000;
/** What lets somebody in is nobody's to read; the copy made by `backup` holds it. */
const CREDENTIALS: ReadonlySet<string> = new Set(['passwordHash', 'secretHash']);
const WITHHELD = '(withheld)';

export const exportCommand = (terminal: Terminal): Command =>
  new Command('export')
    .description('Write every event with its metadata to standard output, one JSON object a line (NDJSON)')
    .addHelpText(
      'after',
      '\nHashes of passwords and of session secrets are withheld. Positions are text: they may exceed 2^53.',
    )
    .action(() => readingLog(configOf(terminal), (log) => writeLog(log, terminal)));

/** Up to the event that is the last one now, so that it ends while the engine goes on. */
async function writeLog(log: EventStore, terminal: Terminal): Promise<void> {
  const head = await log.head();
  const progress = showProgress(terminal, 'export', Number(head));
  for (let beyond = 0n; beyond < head;) {
    const page = (await log.readAll({ beyond, limit: PAGE_EVENTS })).filter(({ position }) => position <= head);
    const lines = page.map((event) => `${lineOf(event)}\n`).join('');
    if (!terminal.out.write(lines)) await once(terminal.out, 'drain');
    beyond = page.at(-1)?.position ?? head;
    progress.moveTo(Number(beyond));
  }
  progress.stop();
}

function lineOf({ position, streamId, revision, id, type, recordedAt, metadata, data }: Recorded): string {
  const event = { position: position.toString(), streamId, revision, id, type, recordedAt, metadata, data };
  return JSON.stringify(event, (key, value: unknown) => (CREDENTIALS.has(key) ? WITHHELD : value));
}
