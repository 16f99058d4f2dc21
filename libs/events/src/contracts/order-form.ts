/** R12: integer öre, SEK, ex VAT unless the name says otherwise. */
export type Ore = number;

export type InvoiceRoute =
  | { readonly kind: 'post'; readonly address: PostalAddress }
  | { readonly kind: 'e-mail'; readonly email: string }
  /** R15: the id may be filled in later by admin. */
  | { readonly kind: 'e-invoice'; readonly peppolId?: string; readonly gln?: string };

export interface PostalAddress {
  readonly name?: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

/** R14: who a directed purchase is for. */
export interface DirectedPurchase {
  readonly recipientKind: 'school' | 'preschool';
  readonly recipient: string;
  readonly classOrDepartment?: string;
}

export interface OrderRow {
  readonly product: string;
  readonly productClass: 'advertising' | 'printed-matter' | 'food';
  /** R13: recurring means twice a year unless `oncePerYear`. */
  readonly kind: 'single' | 'recurring';
  readonly oncePerYear: boolean;
  readonly listPriceOre: Ore;
  /** The highest package threshold not above the list price. */
  readonly packageOre: Ore;
  /** R12: worked out by the engine, never typed, frozen here. */
  readonly vatPercent: number;
  readonly vatOre: Ore;
}

/** R10: the whole form as agreed in the call. */
export interface OrderForm {
  readonly legalName: string;
  readonly marketingName?: string;
  readonly contactFirstName: string;
  readonly contactLastName: string;
  readonly companyNumber: string;
  /** An address, or `has-none`. */
  readonly email: string;
  readonly invoice: InvoiceRoute;
  readonly termsDays: 10 | 30;
  /** R11: asked for from the 1200 threshold. */
  readonly webAddress?: string;
  readonly rows: readonly OrderRow[];
  readonly directedPurchase?: DirectedPurchase;
  readonly diplomaAddress?: PostalAddress;
  readonly note?: string;
  readonly totalOre: Ore;
  readonly totalVatOre: Ore;
}
