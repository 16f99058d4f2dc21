import type { Texts } from './texts.js';

/** The card, who holds it, its number and its company. */
export const cardTexts: Texts = {
  'card.unknown': { sv: 'Kundkortet finns inte.', en: 'There is no such card.' },
  'card.not-in-round': { sv: 'Kortet är inte med i omgången.', en: 'The card is not in the round.' },
  'card.barred': {
    sv: 'Kortet är spärrat: kunden vill inte bli uppringd.',
    en: 'The card is barred: the customer does not want to be called.',
  },
  'card.frozen': {
    sv: 'Kortet väntar på administrationens beslut om hela bolaget ska spärras.',
    en: "The card waits for admin's decision on a block of the whole company.",
  },
  'card.needs-care': { sv: 'Kortet behöver adressvård ({reason}).', en: 'The card needs care ({reason}).' },
  'card.needs-no-care': {
    sv: 'Kortet behöver ingen adressvård: det finns inget att åtgärda.',
    en: 'The card needs no care: there is nothing to cure.',
  },
  'card.closed-round': {
    sv: 'Kortet är stängt i den här omgången sedan {since}.',
    en: 'The card is closed for this round since {since}.',
  },
  'card.closed-final': {
    sv: 'Kortet är stängt för gott sedan {since} ({reason}).',
    en: 'The card is closed for good since {since} ({reason}).',
  },
  'card.ordered': {
    sv: 'Kortet fick en order {since} i den här omgången.',
    en: 'The card was ordered on in this round at {since}.',
  },
  'card.reopening-needs-admin': {
    sv: 'Bara administrationen öppnar kortet av egna skäl.',
    en: 'Only an admin reopens the card for reasons of their own.',
  },
  'card.hidden': {
    sv: 'Kortet är dolt i alla omgångar till {until}.',
    en: 'The card is hidden in every round until {until}.',
  },
  'card.resting': {
    sv: 'Någon har nyss talat med kunden. Kortet vilar till {until}.',
    en: 'Somebody has just spoken with the customer. The card rests until {until}.',
  },
  'card.not-due': { sv: 'Kortet ska ringas {due}.', en: 'The card is scheduled for {due}.' },
  'card.held-by-another': {
    sv: 'En annan säljare har kortet uppe till {until}.',
    en: 'Another caller has the card open until {until}.',
  },
  'card.locked': {
    sv: 'Kortet är låst sedan {since} till säljaren som lovat återkomma {until}.',
    en: 'The card is locked since {since} to the caller who promised to return at {until}.',
  },
  'claim.ended': { sv: 'Du har inte längre kortet uppe.', en: 'The card is no longer yours.' },
  'card.not-locked': { sv: 'Kortet är inte låst till någon säljare.', en: 'The card is not locked to any caller.' },
  'lock.ended': { sv: 'Låset har upphört.', en: 'The lock has ended.' },
  'lock.not-overdue': {
    sv: 'Löftet kan erbjudas laget först {from}.',
    en: 'The promise can be offered to the team from {from}.',
  },
  'skip.needs-reason': { sv: 'Ange varför kortet hoppas över.', en: 'Say why the card is skipped.' },
  'caller.too-many-locks': {
    sv: 'Du har {held} låsta kort av högst {limit}.',
    en: 'You hold {held} locked cards of at most {limit}.',
  },
  'number.not-on-card': { sv: 'Kortet har inte det numret.', en: 'The card has no such number.' },
  'number.dead': { sv: 'Numret används inte, eller är en fax.', en: 'The number is not in use, or is a fax.' },
  'number.blocked': { sv: 'Numret är spärrat sedan {since}.', en: 'The number is blocked since {since}.' },
  'number.resting': {
    sv: 'Någon på numret har nyss uppringts. Det vilar till {restUntil}.',
    en: 'Somebody at the number was just spoken with. It rests until {restUntil}.',
  },
  'number.in-a-call': {
    sv: 'Numret rings redan upp, senast till {until}.',
    en: 'The number is being called already, until {until} at the latest.',
  },
  'number-block.unknown': { sv: 'Numret har ingen sådan spärr.', en: 'The number has no such block.' },
  'phone.unreadable': { sv: 'Det är inget telefonnummer.', en: 'This is no telephone number.' },
  'phone.not-dialable': {
    sv: 'Nummer av det slaget rings inte upp ({because}).',
    en: 'Numbers of this kind are not called ({because}).',
  },
  'company.unknown': { sv: 'Bolaget finns inte.', en: 'There is no such company.' },
  'company.blocked': { sv: 'Bolaget är spärrat sedan {since}.', en: 'The company is blocked since {since}.' },
  'company.block-undecided': {
    sv: 'Administrationen har inte beslutat om bolaget ska spärras.',
    en: 'Admin has not yet decided whether the company is blocked.',
  },
  'company.ceased': { sv: 'Bolaget upphörde {ceasedAt}.', en: 'The company ceased at {ceasedAt}.' },
  'company.resting': {
    sv: 'Någon på bolaget har nyss uppringts. Det vilar till {restUntil}.',
    en: 'Somebody at the company was just spoken with. It rests until {restUntil}.',
  },
  'company-block.unknown': { sv: 'Bolaget har ingen sådan spärr.', en: 'The company has no such block.' },
  'company-block.decided': { sv: 'Spärren är redan avgjord.', en: 'The block has been decided already.' },
  'company-number.unreadable': {
    sv: 'Ett organisationsnummer har tio siffror.',
    en: 'A company number has ten digits.',
  },
  'company-number.impossible': {
    sv: 'Inget bolag och ingen person kan ha det numret.',
    en: 'No company or person can have this number.',
  },
  'key.already-held': { sv: 'Det finns redan.', en: 'It exists already.' },
};
