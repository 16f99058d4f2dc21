import type { DirectedPurchase, Instant, OrderRow, PostalAddress } from '#events/contracts/index';

// What the caller types. Every field may be missing: meaning is checked in readOrderForm, all of it at once.

export const HAS_NO_EMAIL = 'has-none';
export const HAS_NO_WEB_ADDRESS = 'none';

export interface OrderRowInput {
  readonly product?: string;
  /** `advertising` when absent. */
  readonly productClass?: OrderRow['productClass'];
  readonly kind?: OrderRow['kind'];
  readonly oncePerYear?: boolean;
  /** R12: integer öre ex VAT. */
  readonly listPriceOre?: number;
}

export type InvoiceInput =
  | { readonly kind: 'post'; readonly address?: Partial<PostalAddress> }
  | { readonly kind: 'e-mail'; readonly email?: string }
  | { readonly kind: 'e-invoice'; readonly peppolId?: string; readonly gln?: string };

export interface OrderFormInput {
  readonly legalName?: string;
  /** R11: only where it differs from the legal name. */
  readonly marketingName?: string;
  readonly contactFirstName?: string;
  readonly contactLastName?: string;
  readonly companyNumber?: string;
  /** An address, or `has-none`. */
  readonly email?: string;
  readonly invoice?: InvoiceInput;
  readonly termsDays?: number;
  /** R11: an address, or `none`. */
  readonly webAddress?: string;
  readonly rows?: readonly OrderRowInput[];
  readonly directedPurchase?: Partial<DirectedPurchase>;
  readonly diplomaAddress?: Partial<PostalAddress>;
  readonly note?: string;
  /** Codes of warnings that the caller has seen and holds to be right (R10, R19). */
  readonly confirmedWarnings?: readonly string[];
}

export interface OrderContext {
  readonly now: Instant;
  /** A second order in one round needs a confirmation. */
  readonly previousOrderInRound: boolean;
  /** R11: a setting of the campaign. */
  readonly webAddressFromOre: number;
}
