import type { Texts } from './texts.js';

export const requestTexts: Texts = {
  'request.body-malformed': {
    sv: 'Uppgifterna har fel form. Se errors för varje fält.',
    en: 'The body has the wrong shape. See errors for each field.',
  },
  'request.json-malformed': { sv: 'Innehållet är inte giltig JSON.', en: 'The body is not valid JSON.' },
  'request.json-too-deep': {
    sv: 'Innehållet är nästlat djupare än {deepest} nivåer.',
    en: 'The body nests deeper than {deepest} levels.',
  },
  'request.text-malformed': {
    sv: 'En text innehåller tecken som inte kan sparas.',
    en: 'A text holds characters that cannot be kept.',
  },
  'request.encoding-unsupported': {
    sv: 'Innehållet ska vara UTF-8 utan komprimering.',
    en: 'The body must be UTF-8 without compression.',
  },
  'request.content-type-unsupported': {
    sv: 'Innehållstypen tas inte emot här. Skicka application/json, eller en fil som multipart/form-data.',
    en: 'This content type is not accepted here. Send application/json, or a file as multipart/form-data.',
  },
  'request.too-large': { sv: 'Innehållet är för stort.', en: 'The body is too large.' },
  'request.headers-too-large': { sv: 'Rubrikfälten är för stora.', en: 'The headers are too large.' },
  'request.header-malformed': {
    sv: 'Rubrikfältet {header} har fel form.',
    en: 'The header {header} has the wrong form.',
  },
  'request.id-malformed': { sv: '{field} är inte ett id.', en: '{field} is not an id.' },
  'request.cursor-malformed': {
    sv: 'after är inte next från en tidigare sida.',
    en: 'after is not the next of an earlier page.',
  },
  'request.url-malformed': { sv: 'Adressen kan inte tolkas.', en: 'The address cannot be read.' },
  'request.url-too-long': { sv: 'Adressen är för lång.', en: 'The address is too long.' },
  'request.malformed': { sv: 'Begäran kan inte tolkas.', en: 'The request cannot be read.' },
  'request.timeout': { sv: 'Begäran kom inte fram i tid.', en: 'The request did not arrive in time.' },
  'search.needs-one-term': {
    sv: 'Sök på ett telefonnummer, ett organisationsnummer eller ett namn, ett av dem i taget.',
    en: 'Search by a phone, a company number or a name, one of them at a time.',
  },
  'route.unknown': { sv: 'Adressen finns inte.', en: 'There is nothing at this address.' },
  'idempotency.reused': {
    sv: 'Nyckeln i Idempotency-Key har redan använts för en annan begäran.',
    en: 'The Idempotency-Key was already used for another request.',
  },
  'freshness.unknown-store': {
    sv: 'Freshness-Token hör till en annan installation.',
    en: 'The Freshness-Token belongs to another installation.',
  },
  'read-model.behind': {
    sv: 'Det som nyss sparades syns inte i listorna ännu. Försök igen om en stund.',
    en: 'What was just saved cannot be seen in the lists yet. Try again in a moment.',
  },
  'read-model.unavailable': {
    sv: 'Listorna går inte att läsa just nu. Det du sparar sparas ändå.',
    en: 'The lists cannot be read right now. What you save is saved all the same.',
  },
  'read-model.building': {
    sv: 'Listorna byggs upp. Försök igen om en stund.',
    en: 'The lists are being built. Try again in a moment.',
  },
  'command.conflict': {
    sv: 'Någon annan ändrade samma sak samtidigt. Försök igen.',
    en: 'Somebody else changed the same thing at the same time. Try again.',
  },
  'store.unavailable': {
    sv: 'Det går inte att spara eller läsa just nu. Inget som bekräftats är borta.',
    en: 'Nothing can be saved or read right now. Nothing that was confirmed is lost.',
  },
  'server.stopping': {
    sv: 'Servern startas om. Försök igen om en stund.',
    en: 'The server is restarting. Try again in a moment.',
  },
  'server.failed': {
    sv: 'Något gick fel hos oss. Felet är loggat under {requestId}.',
    en: 'Something went wrong on our side. The fault is logged under {requestId}.',
  },
};
