import { join } from 'node:path';
import type { Seller } from '#processes/mail/letter/seller';
import type { Mailer } from '#processes/mail/mailer';
import { OutboxMailer } from '#processes/mail/outbox-mailer';
import { SmtpMailer } from '#processes/mail/smtp-mailer';
import type { MailParts } from '#processes/mail/thank-you-mails';
import type { Config } from '#runtime/config';

/** Of an installation that is tried out: its mails stay in the outbox. */
const NAMELESS = { name: 'Återkom', address: 'aterkom@localhost.invalid' };

/** R17: to the mail server that the configuration names, else into the outbox. */
export function mailPartsOf(config: Config): Pick<MailParts, 'mailer' | 'seller'> {
  return { mailer: mailerOf(config), seller: sellerOf(config) };
}

function mailerOf(config: Config): Mailer {
  const { smtpUrl: url, mailFrom, sellerEmail, sellerName } = config;
  const from = { name: sellerName ?? NAMELESS.name, address: mailFrom ?? sellerEmail ?? NAMELESS.address };
  return url === undefined ? new OutboxMailer(outboxOf(config), from) : new SmtpMailer({ url, from });
}

const outboxOf = ({ outboxDir, dataDir }: Config): string => outboxDir ?? join(dataDir, 'outbox');

function sellerOf(config: Config): Seller {
  const { sellerCompanyNumber: companyNumber, sellerEmail: email, sellerPhone: phone } = config;
  const { sellerStreet: street, sellerPostcode: postcode, sellerCity: city } = config;
  const place = [postcode, city].filter((part) => part !== undefined).join(' ');
  const address = [street, place].filter((part) => part !== undefined && part !== '').join(', ');
  return {
    name: config.sellerName ?? NAMELESS.name,
    ...(companyNumber !== undefined && { companyNumber }),
    ...(address !== '' && { address }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
}
