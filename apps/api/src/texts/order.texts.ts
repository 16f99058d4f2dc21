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
    sv: 'Välj på ett sätt i taget: status, kort, säljare eller omgång.',
    en: 'Choose in one way at a time: status, card, caller or round.',
  },
  'mail.not-failed': {
    sv: 'Bara ett mejl som har misslyckats skickas en gång till.',
    en: 'Only a mail that has failed is sent once more.',
  },
  'mail.no-address': {
    sv: 'Ordern säger att kunden inte har någon mejladress. Ändra ordern först.',
    en: 'The order says that the customer has no mail address. Change the order first.',
  },
};
