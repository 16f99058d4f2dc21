import type { Texts } from './texts.js';

export const campaignTexts: Texts = {
  'campaign.unknown': { sv: 'Kampanjen finns inte.', en: 'There is no such campaign.' },
  'campaign.exists': { sv: 'Kampanjen finns redan.', en: 'The campaign exists already.' },
  'round.unknown': { sv: 'Kampanjomgången finns inte.', en: 'There is no such round.' },
  'round.closed': { sv: 'Kampanjomgången stängdes {closedAt}.', en: 'The round was closed at {closedAt}.' },
  'name.missing': { sv: 'Ett namn behövs.', en: 'A name is needed.' },
  'reason.missing': { sv: 'Ange ett skäl.', en: 'State a reason.' },
  'evidence.missing': {
    sv: 'Ange underlag som andra kan slå upp, till exempel ett brev eller ett samtal.',
    en: 'Give evidence that others can look up, such as a letter or a call.',
  },
  'setting.out-of-range': {
    sv: '{setting} ska vara ett heltal från {from} till {to}.',
    en: '{setting} must be a whole number from {from} to {to}.',
  },
  'setting.cap-below-offer': {
    sv: 'Högsta antalet försök ({attemptCap}) är lägre än det försök från vilket Nej/uttömd erbjuds ({exhaustedOfferedFromAttempt}).',
    en: 'The cap of attempts ({attemptCap}) lies below the attempt from which exhausted is offered ({exhaustedOfferedFromAttempt}).',
  },
  'setting.calling-hours': { sv: 'Ringtiderna är inte giltiga.', en: 'The calling hours are not valid.' },
};
