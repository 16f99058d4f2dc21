/** Who sells, as the customer reads it. */
export interface Seller {
  readonly name: string;
  readonly companyNumber?: string;
  /** Street, postcode and city on one line. */
  readonly address?: string;
  readonly email?: string;
  readonly phone?: string;
}
