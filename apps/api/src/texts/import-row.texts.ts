import type { Texts } from './texts.js';

/** What the report of an import says of a row. Codes are never renamed; a test finds one without a text. */
export const importRowTexts: Texts = {
  'row.broken-quotes': {
    sv: 'Ett citattecken står mitt i en cell utan citattecken runt.',
    en: 'A quotation mark stands within a cell that is not quoted.',
  },
  'row.too-long': { sv: 'Raden har fler celler än rubriken.', en: 'The row has more cells than the heading.' },
  'row.too-short': {
    sv: 'Raden har färre celler än rubriken; de som saknas lästes som tomma.',
    en: 'The row has fewer cells than the heading; the missing ones were read as empty.',
  },
  'cell.too-long': { sv: 'En cell är för lång.', en: 'A cell is too long.' },
  'text.too-long': { sv: 'Texten är för lång för ett kundkort.', en: 'The text is too long for a card.' },
  'name.missing': { sv: 'Namnet saknas.', en: 'The name is missing.' },
  'phone.missing': {
    sv: 'Varken telefon eller något annat som leder till arbetsstället.',
    en: 'Neither a telephone nor anything else that leads to the workplace.',
  },
  'phone.unreadable': { sv: 'Telefonnumret kan inte läsas.', en: 'The telephone number cannot be read.' },
  'phone.not-dialable': { sv: 'Numret är av ett slag som inte rings.', en: 'Numbers of this kind are not called.' },
  'phone.too-many': { sv: 'Bara de tio första numren behölls.', en: 'Only the first ten numbers were kept.' },
  'phone.leading-zero-added': { sv: 'Numrets inledande nolla lades till.', en: 'The leading zero was added.' },
  'phone.plus-added': { sv: 'Plustecknet före landskoden lades till.', en: 'The plus of the country code was added.' },
  'phone.unusually-short': {
    sv: 'Numret är ovanligt kort; kontrollera att ingen siffra saknas.',
    en: 'The number is unusually short; check that no digit is missing.',
  },
  'phone.extension-dropped': { sv: 'Anknytningen togs bort.', en: 'The extension was dropped.' },
  'company-number.unreadable': {
    sv: 'Organisationsnumret kan inte läsas; kortet fick inget bolag.',
    en: 'The company number cannot be read; the card got no company.',
  },
  'company-number.impossible': {
    sv: 'Organisationsnumret kan inte finnas; kortet fick inget bolag.',
    en: 'The company number cannot exist; the card got no company.',
  },
  'company-number.check-digit': {
    sv: 'Organisationsnumrets kontrollsiffra stämmer inte.',
    en: 'The check digit of the company number does not fit.',
  },
  'postcode.unlikely': { sv: 'Postnumret ser inte svenskt ut.', en: 'The postcode does not look Swedish.' },
  'email.unlikely': { sv: 'E-postadressen ser felskriven ut.', en: 'The e-mail address looks mistyped.' },
  'website.unlikely': { sv: 'Webbadressen ser felskriven ut.', en: 'The web address looks mistyped.' },
  'priority.unreadable': {
    sv: 'Prioriteten ska vara ett heltal från 0 till 1000; den blev 0.',
    en: 'The priority must be a whole number from 0 to 1000; it became 0.',
  },
  'no-call.blocked': {
    sv: 'Spärrat: vi ringer inte det här numret, arbetsstället eller bolaget.',
    en: 'Blocked: this number, workplace or company is not called.',
  },
  'number.dead': { sv: 'Numret används inte längre.', en: 'The number is dead.' },
  'company.ceased': { sv: 'Bolaget har upphört.', en: 'The company has ceased.' },
  'company.block-undecided': {
    sv: 'Kortet är fryst tills administrationen har beslutat om bolagets spärr.',
    en: 'The card is frozen until admin has decided on the block of its company.',
  },
  'external-id.other-workplace': {
    sv: 'Id:t tillhör redan ett annat arbetsställe.',
    en: 'The id belongs to another workplace already.',
  },
  'card.known': { sv: 'Kortet fanns sedan tidigare.', en: 'The card was known before.' },
};
