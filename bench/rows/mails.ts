import { project } from '../harness/views.js';
import type { BenchRow } from '../harness/row.js';
import { SELLER } from '../seed/names.js';
import { cardWithOrder } from '../seed/orders.js';
import { seedLog } from '../seed/seed-log.js';
import { startMailReceiver } from '../server/mail-receiver.js';
import { startRawSender } from '../server/start-raw-sender.js';
import { startProjector } from '../server/start-product.js';

const MAILS = 3_000;

export const mails: BenchRow = {
  name: 'mails',
  async measure(run) {
    const folder = await run.fresh();
    await seedLog(folder, { cards: MAILS, callers: 0, card: cardWithOrder });
    await project(folder);
    const receiver = await startMailReceiver();
    try {
      const limit = receiver.rateOf(MAILS);
      const raw = await startRawSender(receiver.url, MAILS);
      const nodemailer = await limit;
      await raw.stop();
      const rate = receiver.rateOf(MAILS);
      const projector = await startProjector(folder, {
        SMTP_URL: receiver.url,
        SELLER_NAME: SELLER.name,
        MAIL_FROM: SELLER.email,
      });
      const sent = await rate;
      await projector.stop();
      return [
        {
          what: `thank-you mails into a local SMTP server, each recorded before and after`,
          figure: { amount: sent, unit: 'mails/s' },
          reach: {
            kind: 'ratio',
            limit: { amount: nodemailer, unit: 'mails/s' },
            limitIs: 'the same mails through nodemailer alone, recorded nowhere',
          },
        },
      ];
    } finally {
      await receiver.close();
    }
  },
};
