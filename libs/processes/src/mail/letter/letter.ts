import { Eta } from 'eta';
import { asksForLogo } from '#domain/order/packages';
import { readBackLines } from '#domain/order/read-back';
import type { OrderOrigin, StandingOrder } from '#domain/order-life/order';
import { localOf } from '#domain/shared/stockholm-time';
import { LETTER_TEXTS, type LetterTexts } from './letter.texts.js';
import { HTML, TEXT } from './letter.templates.js';
import type { Seller } from './seller.js';

/** The thank-you mail as it is read: the same words as text and as HTML. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Content extends LetterTexts {
  readonly language: string;
  readonly subjectLine: string;
  readonly greetingLine: string;
  readonly openingLine: string;
  readonly agreed: readonly string[];
  readonly logo: readonly string[];
  readonly sender: readonly string[];
}

const escaping = new Eta({ autoEscape: true });
const plain = new Eta({ autoEscape: false });

/** What was bought as it was read back, the terms, who we are and, from the 2400 package, how to send the logo (R11). */
export function letterOf(order: StandingOrder, seller: Seller): Letter {
  const content = contentOf(order, seller);
  return {
    subject: content.subjectLine,
    text: plain.renderString(TEXT, content),
    html: escaping.renderString(HTML, content),
  };
}

function contentOf({ form, agreed, origin }: StandingOrder, seller: Seller): Content {
  const { language } = agreed;
  const texts = LETTER_TEXTS[language];
  const { rows, directed, total, terms } = readBackLines(form, language);
  return {
    ...texts,
    language,
    greetingLine: texts.greeting(form.contactFirstName),
    ...openingOf(origin, seller, texts),
    agreed: [...rows, ...directed, total, terms],
    logo: form.rows.some(asksForLogo) ? texts.logoLines(seller.email) : [],
    sender: senderLines(seller, texts),
  };
}

/** A renewal is confirmed by a lead: the customer is told of it, not thanked for it. */
const openingOf = ({ renewal, takenAt }: OrderOrigin, { name }: Seller, texts: LetterTexts) =>
  renewal
    ? { subjectLine: texts.renewalSubject(name), openingLine: texts.renewed(renewal.season) }
    : { subjectLine: texts.subject(name), openingLine: texts.thanks(localOf(takenAt).date) };

function senderLines({ name, companyNumber, address, phone, email }: Seller, texts: LetterTexts): readonly string[] {
  return [
    name,
    ...(companyNumber === undefined ? [] : [texts.companyNumber(companyNumber)]),
    ...(address === undefined ? [] : [address]),
    [phone, email].filter((one) => one !== undefined).join(', '),
  ].filter((line) => line !== '');
}
