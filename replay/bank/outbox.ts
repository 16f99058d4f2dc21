import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Nothing more comes where so many looks find what was there before: the projector looks every second what is due. */
const LOOK = { everyMs: 500, quietLooks: 20 };
const MAIL = /^(?<order>[0-9a-f-]{36})\.?.*\.eml$/;

export interface OutboxFigures {
  readonly mails: number;
  /** Orders that a mail stands there for. */
  readonly orders: number;
}

/** What stands in the outbox once nothing more comes. */
export async function settledOutbox(folder: string, { everyMs, quietLooks } = LOOK): Promise<OutboxFigures> {
  let mails: readonly string[] = [];
  for (let quiet = 0; quiet < quietLooks; quiet += 1) {
    await pause(everyMs);
    const found = await mailsIn(folder);
    if (found.length !== mails.length) quiet = 0;
    mails = found;
  }
  return { mails: mails.length, orders: new Set(mails.map((name) => MAIL.exec(name)?.groups?.['order'])).size };
}

/** None where no mail was ever written. */
async function mailsIn(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => MAIL.test(name));
}
