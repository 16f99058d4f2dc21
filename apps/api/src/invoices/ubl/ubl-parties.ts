import {
  addressOf,
  electronicAddressOf,
  hasCheckDigit,
  type ElectronicAddress,
} from '#domain/order-life/invoicing/invoice-address';
import { vatNumberOf } from '#domain/shared/company-number';
import type { OrderForm, PostalAddress, SellerFacts } from '#events/contracts/index';
import type { UblElement } from './ubl-element.js';

const COMPANY_NUMBER = '0007';
const SWEDEN: UblElement = { 'cac:Country': { 'cbc:IdentificationCode': 'SE' } };
/** The words that the tax agency asks for; the rule SE-R-005 knows no others. */
const F_TAX = 'Godkänd för F-skatt';

/** BT-34, BT-49 */
const endpoint = ({ scheme, id }: ElectronicAddress): UblElement => ({ '@schemeID': scheme, '#': id });

const postalAddress = ({ street, postcode, city }: PostalAddress): UblElement => ({
  'cbc:StreetName': street,
  'cbc:CityName': city,
  'cbc:PostalZone': postcode,
  ...SWEDEN,
});

const taxScheme = (companyId: string, scheme: 'VAT' | 'TAX'): UblElement => ({
  'cbc:CompanyID': companyId,
  'cac:TaxScheme': { 'cbc:ID': scheme },
});

/** A few real company numbers fail the check digit (R10); under the scheme none may. */
const companyId = (digits: string): UblElement =>
  hasCheckDigit(digits) ? { '@schemeID': COMPANY_NUMBER, '#': digits } : { '#': digits };

/** BG-4 */
export const sellerParty = (seller: SellerFacts): UblElement => ({
  'cbc:EndpointID': endpoint(addressOf(seller.peppolId)),
  'cac:PartyName': { 'cbc:Name': seller.name },
  'cac:PostalAddress': postalAddress(seller),
  'cac:PartyTaxScheme': [
    taxScheme(vatNumberOf(seller.companyNumber), 'VAT'),
    ...(seller.fTax ? [taxScheme(F_TAX, 'TAX')] : []),
  ],
  'cac:PartyLegalEntity': {
    'cbc:RegistrationName': seller.name,
    'cbc:CompanyID': companyId(seller.companyNumber),
  },
  'cac:Contact': contactOf(seller),
});

const contactOf = ({ phone, email }: SellerFacts): UblElement | undefined =>
  phone === undefined && email === undefined ? undefined : { 'cbc:Telephone': phone, 'cbc:ElectronicMail': email };

/** BG-7 */
export function buyerParty(form: OrderForm): UblElement {
  const { invoice, legalName } = form;
  const address = electronicAddressOf(form);
  return {
    ...(address && { 'cbc:EndpointID': endpoint(address) }),
    'cac:PartyName': { 'cbc:Name': form.marketingName ?? legalName },
    'cac:PostalAddress': invoice.kind === 'post' ? postalAddress(invoice.address) : SWEDEN,
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': legalName,
      'cbc:CompanyID': companyId(form.companyNumber),
    },
    'cac:Contact': { 'cbc:Name': contactName(form) },
  };
}

export const contactName = ({ contactFirstName, contactLastName }: OrderForm): string =>
  `${contactFirstName} ${contactLastName}`;
