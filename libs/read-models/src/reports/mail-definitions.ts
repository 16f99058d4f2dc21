import { define, type FigureDefinition } from '../figures/figure-definitions.js';
import { salesGroupDefinitions } from './sales-definitions.js';

const asInOrders = salesGroupDefinitions.filter(({ column }) => ['roundId', 'callerId'].includes(column));

/** What the report of mail delivery is grouped by. */
export const mailGroupDefinitions: readonly FigureDefinition[] = [
  ...asInOrders,
  define(
    'day',
    { heading: 'Dag', meaning: 'Dagen i svensk tid då ordern togs, vilken dag mejlet än gick.' },
    {
      heading: 'Day',
      meaning: 'The day in Swedish time on which the order was taken, whatever day its mail went.',
    },
  ),
];

/** What is counted: the thank-you mail of each order, as it stands (R17). */
export const mailDefinitions: readonly FigureDefinition[] = [
  define(
    'orders',
    {
      heading: 'Order',
      meaning:
        'Order som togs, avbeställda och rättade medräknade: var och en ger högst ett tackmejl (R17). Summan av kolumnerna som följer.',
    },
    {
      heading: 'Orders',
      meaning:
        'Orders that were taken, cancelled and corrected ones included: each owes at most one thank-you mail (R17). The sum of the columns that follow.',
    },
  ),
  define(
    'waiting',
    { heading: 'Väntar', meaning: 'Mejl som ännu inte försökts, eller som administrationen bett om igen.' },
    { heading: 'Waiting', meaning: "Mails that have not been tried yet, or again on an admin's word." },
  ),
  define(
    'started',
    {
      heading: 'Pågår',
      meaning: 'Mejl under sändning; efter som mest elva minuter är utgången känd eller okänd.',
    },
    {
      heading: 'Under way',
      meaning: 'Mails that are being sent; within some eleven minutes the result is known, or unknown for good.',
    },
  ),
  define(
    'refused',
    { heading: 'Nekade tills vidare', meaning: 'Mejl som mottagarens server nekat och som försöks igen.' },
    { heading: 'Refused for now', meaning: 'Mails that a mail server refused and that are tried again.' },
  ),
  define(
    'sent',
    {
      heading: 'Skickade',
      meaning: 'Mejl som en mejlserver tagit emot, eller som ligger i utkorgen. Att de nått fram vet ingen.',
    },
    {
      heading: 'Sent',
      meaning: 'Mails that a mail server took, or that lie in the outbox. Nobody knows that they were delivered.',
    },
  ),
  define(
    'failed',
    { heading: 'Nekade', meaning: 'Mejl som nekats för gott; administrationen avgör.' },
    { heading: 'Refused for good', meaning: 'Mails that were refused for good; an admin decides.' },
  ),
  define(
    'unknown',
    { heading: 'Okända', meaning: 'Mejl som kan ha gått; de skickas aldrig om utan administrationens ord.' },
    { heading: 'Unknown', meaning: "Mails that may have gone; never sent again but on an admin's word." },
  ),
  define(
    'bounced',
    { heading: 'Studsade', meaning: 'Mejl som skickades och sedan kom tillbaka; administrationen avgör.' },
    { heading: 'Bounced', meaning: 'Mails that were sent and came back; an admin decides.' },
  ),
  define(
    'withoutAddress',
    { heading: 'Utan adress', meaning: 'Order som säger att det inte finns någon mejladress; inget mejl skickas.' },
    { heading: 'Without an address', meaning: 'Orders that say there is no mail address; no mail is sent.' },
  ),
  define(
    'cancelled',
    { heading: 'Avbeställda före mejl', meaning: 'Order som avbeställdes innan mejlet gått; inget mejl skickas.' },
    { heading: 'Cancelled before the mail', meaning: 'Orders cancelled before their mail went; no mail is sent.' },
  ),
  define(
    'sentPercent',
    {
      heading: 'Andel skickade (%)',
      meaning:
        'Skickade av de order som ska ha ett mejl: inte de utan adress eller avbeställda; tomt där ingen ska ha.',
    },
    {
      heading: 'Sent (%)',
      meaning:
        'Sent of the orders that owe a mail: not those without an address or cancelled; empty where none owes one.',
    },
  ),
];
