import type { Language } from '#events/contracts/index';

interface RowTexts {
  readonly product: string;
  readonly frequency: string;
  readonly price: string;
  readonly vatPercent: number;
  readonly vat: string;
}

/** The sentences of the read-back; amounts come formatted. */
export interface ReadBackTexts {
  readonly frequency: { readonly single: string; readonly twicePerYear: string; readonly oncePerYear: string };
  buyer(name: string, companyNumber: string): string;
  contact(name: string, email: string | undefined): string;
  row(row: RowTexts): string;
  directedTo(recipient: string): string;
  diplomaTo(address: string): string;
  webAddress(address: string): string;
  total(exVat: string, vat: string, inclVat: string): string;
  terms(invoice: string, days: number): string;
  invoiceByPost(address: string): string;
  invoiceByEmail(email: string): string;
  readonly eInvoice: string;
}

const sv: ReadBackTexts = {
  frequency: { single: 'singel', twicePerYear: 'löpande, två gånger per år', oncePerYear: 'löpande, en gång per år' },
  buyer: (name, companyNumber) => `Beställare: ${name}, organisationsnummer ${companyNumber}.`,
  contact: (name, email) => `Kontaktperson: ${name}, ${email ?? 'ingen e-post'}.`,
  row: ({ product, frequency, price, vatPercent, vat }) =>
    `${product} (${frequency}): ${price} exklusive moms, moms ${vatPercent} % ${vat}.`,
  directedTo: (recipient) => `Riktat köp till ${recipient}.`,
  diplomaTo: (address) => `Diplomet skickas till ${address}.`,
  webAddress: (address) => `Webbadress: ${address}`,
  total: (exVat, vat, inclVat) => `Totalt ${exVat} exklusive moms, moms ${vat}, att betala ${inclVat}.`,
  terms: (invoice, days) => `${invoice}, ${days} dagars betalningstid.`,
  invoiceByPost: (address) => `Faktura med post till ${address}`,
  invoiceByEmail: (email) => `Faktura med e-post till ${email}`,
  eInvoice: 'E-faktura',
};

const en: ReadBackTexts = {
  frequency: { single: 'single', twicePerYear: 'recurring, twice a year', oncePerYear: 'recurring, once a year' },
  buyer: (name, companyNumber) => `Buyer: ${name}, company number ${companyNumber}.`,
  contact: (name, email) => `Contact: ${name}, ${email ?? 'no e-mail'}.`,
  row: ({ product, frequency, price, vatPercent, vat }) =>
    `${product} (${frequency}): ${price} excluding VAT, VAT ${vatPercent}% ${vat}.`,
  directedTo: (recipient) => `Directed purchase for ${recipient}.`,
  diplomaTo: (address) => `The diploma goes to ${address}.`,
  webAddress: (address) => `Web address: ${address}`,
  total: (exVat, vat, inclVat) => `Total ${exVat} excluding VAT, VAT ${vat}, to pay ${inclVat}.`,
  terms: (invoice, days) => `${invoice}, payable within ${days} days.`,
  invoiceByPost: (address) => `Invoice by post to ${address}`,
  invoiceByEmail: (email) => `Invoice by e-mail to ${email}`,
  eInvoice: 'E-invoice',
};

export const READ_BACK_TEXTS: Readonly<Record<Language, ReadBackTexts>> = { sv, en };
