import type { Texts } from './texts.js';

/** Calls, their outcomes and orders. */
export const outcomeTexts: Texts = {
  'call.outside-hours': {
    sv: 'Ingen ringer vid den här tiden. Närmaste tillåtna tid är {nearest}.',
    en: 'No calls are made at this hour. The nearest allowed time is {nearest}.',
  },
  'call.needs-claim': { sv: 'Ta upp kortet i omgången först.', en: 'Open the card in the round first.' },
  'call.running': {
    sv: 'Samtalet som började {since} behöver sitt utfall först.',
    en: 'The call that began at {since} needs its outcome first.',
  },
  'call.ended': { sv: 'Samtalet är avslutat.', en: 'The call has ended.' },
  'callback.time-has-passed': { sv: 'Tiden {due} har passerat.', en: 'The time {due} has passed.' },
  'callback.outside-hours': {
    sv: 'Ingen ringer {due}. Närmaste tillåtna tid är {nearest}.',
    en: 'No calls are made at {due}. The nearest allowed time is {nearest}.',
  },
  'calling-hours.never-open': {
    sv: 'Ringtiderna lämnar ingen stund att ringa på.',
    en: 'The calling hours leave no moment to call in.',
  },
  'outcome.needs-call': {
    sv: 'Utfallet behöver ett samtal av den som har kortet uppe, eller en annan angiven orsak.',
    en: 'The outcome needs a call by the caller who holds the card, or a stated other cause.',
  },
  'outcome.already-recorded': {
    sv: 'Samtalet har redan ett utfall. Det kan rättas.',
    en: 'The call has its outcome already. It can be corrected.',
  },
  'outcome.does-not-fit': {
    sv: 'Utfallet {outcome} stämmer inte med vem du talade med. Det här passar: {fits}.',
    en: 'The outcome {outcome} does not fit whom you spoke with. These fit: {fits}.',
  },
  'outcome.needs-person-name': {
    sv: 'Återkom Prio behöver beslutsfattarens namn.',
    en: "A priority callback needs the decision-maker's name.",
  },
  'outcome.needs-web-search': {
    sv: 'Sök först efter ett bättre nummer på webben.',
    en: 'Search the web for a better number first.',
  },
  'outcome.exhausted-too-early': {
    sv: 'Nej efter uttömda försök kan ges från försök {fromAttempt}. Det här är försök {attempt}.',
    en: 'Declined as exhausted can be given from attempt {fromAttempt}. This is attempt {attempt}.',
  },
  'outcome.attempts-used-up': {
    sv: '{attempts} försök är gjorda av {cap}. Be en säljledare om ett till.',
    en: '{attempts} attempts were made of {cap}. Ask a lead for one more.',
  },
  'outcome.unknown': { sv: 'Kortet har inget sådant utfall.', en: 'The card has no such outcome.' },
  'outcome.superseded': {
    sv: 'Ett senare utfall gäller. Bara det senaste kan rättas.',
    en: 'A later outcome stands. Only the latest can be corrected.',
  },
  'outcome.of-another': {
    sv: 'Utfallet är en annan säljares.',
    en: 'The outcome was recorded by another caller.',
  },
  'order.form-refused': {
    sv: 'Ordern kan inte tas emot. Se errors för varje fält.',
    en: 'The order cannot be taken. See errors for each field.',
  },
  'order.needs-confirmation': {
    sv: 'Kontrollera det som ser ovanligt ut och bekräfta. Se warnings.',
    en: 'Check what looks odd and confirm it. See warnings.',
  },
  'order.second-needs-confirmation': {
    sv: 'En order är redan tagen i omgången. Bekräfta att det är en till.',
    en: 'An order was taken in this round already. Confirm that this is another.',
  },
  'order.needs-message-reference': {
    sv: 'En order per mejl behöver en hänvisning till meddelandet.',
    en: 'An order by mail names the message.',
  },
};
