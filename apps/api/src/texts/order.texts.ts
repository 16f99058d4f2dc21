import type { Texts } from './texts.js';

/** Orders after the call, and their thank-you mail. */
export const orderTexts: Texts = {
  'order.unknown': { sv: 'Det finns ingen sådan order.', en: 'There is no such order.' },
  'order.cancelled': { sv: 'Ordern avbeställdes {since}.', en: 'The order was cancelled at {since}.' },
  'order.regret-window-over': {
    sv: 'Säljaren kunde ändra ordern till {regretUntil}. Nu är det administrationens sak.',
    en: 'The caller could change the order until {regretUntil}. Now it is for an admin.',
  },
  'order.of-another-caller': {
    sv: 'En annan säljare tog ordern.',
    en: 'Another caller took the order.',
  },
  'order.company-number-not-in-doubt': {
    sv: 'Inget register har haft något att invända mot organisationsnumret.',
    en: 'No register has objected to the company number.',
  },
  'orders.need-one-filter': {
    sv: 'Välj på ett sätt i taget: status, mejl, kort, säljare eller omgång.',
    en: 'Choose in one way at a time: status, mail, card, caller or round.',
  },
  'mail.not-failed': {
    sv: 'Bara ett mejl som har misslyckats skickas en gång till.',
    en: 'Only a mail that has failed is sent once more.',
  },
  'mail.no-address': {
    sv: 'Ordern säger att kunden inte har någon mejladress. Ändra ordern först.',
    en: 'The order says that the customer has no mail address. Change the order first.',
  },
  'bounce.signature-refused': {
    sv: 'Underskriften saknas, är fel eller för gammal.',
    en: 'The signature is missing, wrong or too old.',
  },
  'bounce.switched-off': {
    sv: 'Ingen hemlighet är satt för rapporter om studsade mejl.',
    en: 'No secret is set for reports of bounced mails.',
  },
  'bounce.too-large': {
    sv: 'En rapport om ett studsat mejl är högst {atMost} byte.',
    en: 'A report of a bounced mail is at most {atMost} bytes.',
  },
};
