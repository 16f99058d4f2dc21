import { hasCheckDigit } from '#domain/order-life/invoicing/invoice-address';
import { DomainError } from '#domain/shared/domain-error';
import type { SellerFacts } from '#events/contracts/index';
import type { Config } from '#runtime/config';

/** The configuration does not say who sells: names the variables, never their values. */
export class SellerIncomplete extends DomainError {
  readonly code = 'seller.incomplete';
  constructor(readonly missing: readonly string[]) {
    super(`no invoice is made before these are set: ${missing.join(', ')}`);
  }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Peppol takes no company number whose check digit fails. */
function companyNumberOf({ sellerCompanyNumber = '' }: Config): string | undefined {
  const digits = digitsOf(sellerCompanyNumber);
  return hasCheckDigit(digits) ? digits : undefined;
}

/** What no invoice can do without, under the name of its variable. */
const needed = (config: Config) => ({
  SELLER_NAME: config.sellerName,
  SELLER_COMPANY_NUMBER: companyNumberOf(config),
  SELLER_STREET: config.sellerStreet,
  SELLER_POSTCODE: config.sellerPostcode,
  SELLER_CITY: config.sellerCity,
  SELLER_BANKGIRO: config.sellerBankgiro ?? config.sellerIban,
});

type Complete<T> = { readonly [Key in keyof T]: NonNullable<T[Key]> };

function isComplete<T extends object>(values: T): values is T & Complete<T> {
  return Object.values(values).every((value) => value !== undefined);
}

/** @throws SellerIncomplete naming every variable that is absent or wrong */
export function sellerOf(config: Config): SellerFacts {
  const facts = needed(config);
  if (!isComplete(facts)) {
    const absent = Object.entries(facts).filter(([, value]) => value === undefined);
    throw new SellerIncomplete(absent.map(([variable]) => variable));
  }
  return {
    name: facts.SELLER_NAME,
    companyNumber: facts.SELLER_COMPANY_NUMBER,
    street: facts.SELLER_STREET,
    postcode: facts.SELLER_POSTCODE,
    city: facts.SELLER_CITY,
    ...contactOf(config),
    ...accountOf(config),
    peppolId: config.sellerPeppolId ?? `0007:${facts.SELLER_COMPANY_NUMBER}`,
    fTax: config.sellerFTax,
  };
}

const contactOf = ({ sellerEmail: email, sellerPhone: phone }: Config): Pick<SellerFacts, 'email' | 'phone'> => ({
  ...(email !== undefined && { email }),
  ...(phone !== undefined && { phone }),
});

function accountOf({ sellerBankgiro: bankgiro, sellerIban: iban }: Config): Pick<SellerFacts, 'bankgiro' | 'iban'> {
  if (bankgiro !== undefined) return { bankgiro: digitsOf(bankgiro) };
  return iban === undefined ? {} : { iban };
}
