import type { OrderErrorCode, OrderWarningCode } from '#domain/order/reading';
import type { Text } from './texts.js';

/** What is wrong with a field of the order form, and what the caller may confirm (R10-R15, R19). */
export const orderFormTexts: Readonly<Record<OrderErrorCode | OrderWarningCode, Text>> = {
  'order.legal-name-missing': { sv: 'Företagets namn saknas.', en: "The company's legal name is missing." },
  'order.marketing-name-same-as-legal': {
    sv: 'Marknadsnamnet anges bara när det skiljer sig från företagets namn.',
    en: 'A marketing name is given only where it differs from the legal name.',
  },
  'order.contact-first-name-missing': {
    sv: 'Kontaktpersonens förnamn saknas.',
    en: "The contact's first name is missing.",
  },
  'order.contact-last-name-missing': {
    sv: 'Kontaktpersonens efternamn saknas.',
    en: "The contact's last name is missing.",
  },
  'order.company-number-missing': { sv: 'Organisationsnumret saknas.', en: 'The company number is missing.' },
  'company-number.unreadable': {
    sv: 'Ett organisationsnummer har tio siffror, som 556036-0793.',
    en: 'A company number has ten digits, as 556036-0793.',
  },
  'company-number.impossible': {
    sv: 'Inget svenskt företag kan ha det organisationsnumret.',
    en: 'No Swedish company can have this company number.',
  },
  'order.email-missing': {
    sv: 'Mejladress saknas; välj "har ingen" om kunden inte har någon.',
    en: 'The e-mail address is missing; say "has none" where the customer has none.',
  },
  'order.email-malformed': { sv: 'Mejladressen har fel form.', en: 'The e-mail address has the wrong form.' },
  'order.invoice-missing': {
    sv: 'Välj hur fakturan ska gå: post, e-post eller e-faktura.',
    en: 'Choose how the invoice goes: by post, e-mail or e-invoice.',
  },
  'order.public-body-needs-e-invoice': {
    sv: 'Offentlig verksamhet tar bara emot e-faktura.',
    en: 'A public body takes e-invoices only.',
  },
  'order.address-incomplete': {
    sv: 'Adressen behöver gata, postnummer och ort.',
    en: 'The address needs street, postcode and city.',
  },
  'order.peppol-id-malformed': {
    sv: 'Ett Peppol-id har formen 0007:5560360793.',
    en: 'A Peppol id has the form 0007:5560360793.',
  },
  'order.gln-malformed': {
    sv: 'Ett GLN har tretton siffror med rätt kontrollsiffra.',
    en: 'A GLN has thirteen digits with the right check digit.',
  },
  'order.terms-not-offered': { sv: 'Betalningstiden är 10 eller 30 dagar.', en: 'The terms are 10 or 30 days.' },
  'order.web-address-missing': {
    sv: 'Webb- eller Facebookadress saknas; välj "har ingen" om kunden inte har någon.',
    en: 'The web or Facebook address is missing; say "none" where the customer has none.',
  },
  'order.web-address-malformed': { sv: 'Webbadressen har fel form.', en: 'The web address has the wrong form.' },
  'order.web-address-page-missing': {
    sv: 'Adressen leder till det sociala nätverkets startsida; kundens egen sida saknas.',
    en: "The address leads to the social network's start page; the customer's own page is missing.",
  },
  'order.rows-missing': { sv: 'Ordern har inga rader.', en: 'The order has no rows.' },
  'order.product-missing': { sv: 'Produkten saknas.', en: 'The product is missing.' },
  'order.row-kind-missing': { sv: 'Välj singel eller återkommande.', en: 'Choose single or recurring.' },
  'order.once-per-year-needs-recurring': {
    sv: 'En gång per år gäller bara återkommande.',
    en: 'Once per year goes with recurring only.',
  },
  'order.price-not-above-zero': { sv: 'Priset ska vara över noll.', en: 'The price must be above zero.' },
  'order.price-malformed': { sv: 'Priset ska vara hela ören.', en: 'The price must be whole öre.' },
  'order.recipient-kind-missing': {
    sv: 'Välj skola eller förskola som mottagare av det riktade köpet.',
    en: 'Choose school or preschool as recipient of the directed purchase.',
  },
  'order.recipient-missing': {
    sv: 'Mottagaren av det riktade köpet saknas.',
    en: 'The recipient of the directed purchase is missing.',
  },
  'company-number.check-digit': {
    sv: 'Kontrollsiffran stämmer inte; bekräfta om numret ändå är rätt.',
    en: 'The check digit is wrong; confirm where the number is right all the same.',
  },
  'order.name-in-lower-case': {
    sv: 'Namnet står med små bokstäver; bekräfta om det ska vara så.',
    en: 'The name is in lower case; confirm where it is meant so.',
  },
  'order.odd-spacing': {
    sv: 'Det finns ovanliga mellanslag; bekräfta om det ska vara så.',
    en: 'The spacing is odd; confirm where it is meant so.',
  },
  'order.odd-price': {
    sv: 'Priset är inget pakets pris; bekräfta om det är rätt.',
    en: "The price is no package's; confirm where it is right.",
  },
  'order.email-domain-likely-mistyped': {
    sv: 'Mejladressens domän ser felskriven ut; bekräfta om den är rätt.',
    en: "The address's mail domain looks mistyped; confirm where it is right.",
  },
  'order.second-in-round': {
    sv: 'Kunden har redan en order i omgången; bekräfta om detta är en till.',
    en: 'The customer has an order in the round already; confirm where this is another.',
  },
};
