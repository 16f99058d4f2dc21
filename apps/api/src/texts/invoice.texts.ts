import type { Texts } from './texts.js';

/** Invoices, credit notes and their numbers. */
export const invoiceTexts: Texts = {
  'invoice-run.day-not-begun': {
    sv: 'Fakturor görs inte i förväg: i dag är det {today}.',
    en: 'Invoices are not made ahead: today is {today}.',
  },
  'invoice-run.day-is-past': {
    sv: 'Det finns fakturor från {latest}. Ingen får ett tidigare datum.',
    en: 'There are invoices of {latest}. None gets an earlier date.',
  },
  'invoice-run.unfinished': {
    sv: 'Fakturorna från {issuedOn} skrivs fortfarande in på sina order. Försök igen om en stund.',
    en: 'The invoices of {issuedOn} are still being recorded on their orders. Try again in a while.',
  },
  'invoice-run.nothing-due': {
    sv: 'Ingen order väntar på en faktura eller kreditfaktura.',
    en: 'No order awaits an invoice or a credit note.',
  },
  'invoice-run.unknown': {
    sv: 'Inga fakturor har gjorts för den dagen.',
    en: 'No invoices have been made for that day.',
  },
  'invoice-run.file-differs': {
    sv: 'Filen ({file}) skulle inte bli likadan som den som exporterades första gången.',
    en: 'The file ({file}) would not be the one that was exported first.',
  },
  'invoice.unknown': {
    sv: 'Det finns ingen faktura eller kreditfaktura med det numret.',
    en: 'There is no invoice or credit note with that number.',
  },
  'invoice.breaks-rules': {
    sv: 'Faktura {number} bryter mot regler som mottagaren kontrollerar: {rules}.',
    en: 'Invoice {number} breaks rules that its receiver checks: {rules}.',
  },
  'seller.incomplete': {
    sv: 'Konfigurationen säger inte vem som säljer. Sätt {missing}.',
    en: 'The configuration does not say who sells. Set {missing}.',
  },
};
