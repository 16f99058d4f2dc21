import type { Texts } from './texts.js';

/** The admin inbox. */
export const caseTexts: Texts = {
  'case.unknown': { sv: 'Ärendet finns inte.', en: 'There is no such case.' },
  'case.taken-by-another': {
    sv: 'En annan har tagit ärendet, sedan {since}.',
    en: 'Another has taken the case, since {since}.',
  },
  'case.done': { sv: 'Ärendet är åtgärdat, sedan {since}.', en: 'The case has been resolved, since {since}.' },
  'case.comment-missing': { sv: 'Säg vad som gjordes.', en: 'Say what was done.' },
  'case.effect-does-not-fit': {
    sv: 'Åtgärden {effect} passar inte ett ärende av slaget {kind}.',
    en: 'The effect {effect} does not fit a case of kind {kind}.',
  },
  'case.phone-missing': { sv: 'Ange numret som läggs till.', en: 'Name the number that is added.' },
  'cases.need-one-filter': { sv: 'Ange ett filter åt gången.', en: 'Give one filter at a time.' },
  'note.missing': {
    sv: 'Skriv en anteckning: den är tom eller saknas.',
    en: 'Write a note: it is empty or missing.',
  },
};
