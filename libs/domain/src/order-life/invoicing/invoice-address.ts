import type { InvoiceRoute, OrderForm } from '#events/contracts/index';
import { readCompanyNumber } from '../../shared/company-number.js';

/** An electronic address with its scheme, from the code list EAS. */
export interface ElectronicAddress {
  readonly scheme: string;
  readonly id: string;
}

const COMPANY_NUMBER = '0007';
const GLN = '0088';

/**
 * Where the e-invoice of an order is addressed: an e-invoice by the ids that the customer gave (R15), every other one, which
 * travels by post or mail, by the company itself. Peppol takes no company number whose check digit fails (R10): such a
 * customer has no address there.
 */
export function electronicAddressOf({
  invoice,
  companyNumber,
}: Pick<OrderForm, 'invoice' | 'companyNumber'>): ElectronicAddress | undefined {
  if (invoice.kind === 'e-invoice') return idGiven(invoice);
  return hasCheckDigit(companyNumber) ? { scheme: COMPANY_NUMBER, id: companyNumber } : undefined;
}

function idGiven({ peppolId, gln }: Extract<InvoiceRoute, { kind: 'e-invoice' }>): ElectronicAddress | undefined {
  const address = peppolId === undefined ? undefined : addressOf(peppolId);
  if (address && (address.scheme !== COMPANY_NUMBER || hasCheckDigit(address.id))) return address;
  return gln === undefined ? undefined : { scheme: GLN, id: gln };
}

/** `0007:5560360793` */
export function addressOf(peppolId: string): ElectronicAddress {
  const [scheme = '', id = ''] = peppolId.split(':');
  return { scheme, id };
}

export function hasCheckDigit(companyNumber: string): boolean {
  const reading = readCompanyNumber(companyNumber);
  return reading.readable && reading.warnings.length === 0;
}
