import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export interface OutboxLook {
  readonly everyMs: number;
  readonly quietLooks: number;
  readonly patientLooks: number;
}

/**
 * Nothing more comes where so many looks find what was there before: the projector looks every second what is due. While
 * the engine says that mails are under way, a busy machine is given longer.
 */
const LOOK: OutboxLook = { everyMs: 500, quietLooks: 20, patientLooks: 240 };
const MAIL = /^(?<order>[0-9a-f-]{36})\.?.*\.eml$/;

export interface OutboxFigures {
  readonly mails: number;
  /** Orders that a mail stands there for. */
  readonly orders: number;
}

/** What stands in the outbox once nothing more comes. `underWay`: how many mails the engine says it has yet to send. */
export async function settledOutbox(
  folder: string,
  underWay: () => Promise<number>,
  { everyMs, quietLooks, patientLooks } = LOOK,
): Promise<OutboxFigures> {
  let mails: readonly string[] = [];
  let left = 0;
  for (let quiet = 0; quiet < (left > 0 ? patientLooks : quietLooks); quiet += 1) {
    await pause(everyMs);
    const [leftNow, found] = [await underWay(), await mailsIn(folder)];
    if (leftNow !== left || found.length !== mails.length) quiet = 0;
    [left, mails] = [leftNow, found];
  }
  return { mails: mails.length, orders: new Set(mails.map((name) => MAIL.exec(name)?.groups?.['order'])).size };
}

/** None where no mail was ever written. */
async function mailsIn(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => MAIL.test(name));
}
