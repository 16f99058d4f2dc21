import type { OutcomeCause, OutcomeCode } from '#events/contracts/index';
import type { Text } from './texts.js';

/** What people call the outcomes, for reports. */
export const outcomeNames: Readonly<Record<OutcomeCode | 'call-started', Text>> = {
  callback: { sv: 'Återkom', en: 'Callback' },
  'priority-callback': { sv: 'Återkom Prio', en: 'Priority callback' },
  declined: { sv: 'Nej', en: 'Declined' },
  deferred: { sv: 'Nej/Återkom 6 mån', en: 'Deferred 6 months' },
  'no-answer': { sv: 'Ej svar', en: 'No answer' },
  busy: { sv: 'Upptaget', en: 'Busy' },
  'dead-number': { sv: 'Fel: Spärrton & Fax', en: 'Dead number' },
  'private-person': { sv: 'Fel: Privatperson', en: 'Private person' },
  'unauthorised-contact': { sv: 'Fel: Obehörig kontaktperson', en: 'Unauthorised contact' },
  'head-office-referral': { sv: 'Fel: HK-hänvisning', en: 'Referred to head office' },
  'recently-called': { sv: 'Akut Adressvård: nyligen uppringd', en: 'Urgent: recently called' },
  ceased: { sv: 'Akut Adressvård: upphört', en: 'Urgent: ceased' },
  'no-more-calls': { sv: 'Akut Adressvård: ring mig inte igen', en: 'Urgent: no more calls' },
  order: { sv: 'Order', en: 'Order' },
  'call-started': { sv: 'Påbörjat samtal', en: 'Call started' },
};

export const causeNames: Readonly<Record<OutcomeCause, Text>> = {
  call: { sv: 'Samtal', en: 'Call' },
  mail: { sv: 'Mejl', en: 'Mail' },
  admin: { sv: 'Administrationen', en: 'Admin' },
  'customer-initiated': { sv: 'Kundens egen kontakt', en: "Customer's own contact" },
};
