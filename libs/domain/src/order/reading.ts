/** Why a form cannot be accepted. Stable, never renamed. */
export type OrderErrorCode =
  | 'order.legal-name-missing'
  | 'order.marketing-name-same-as-legal'
  | 'order.contact-first-name-missing'
  | 'order.contact-last-name-missing'
  | 'order.company-number-missing'
  | 'company-number.unreadable'
  | 'company-number.impossible'
  | 'order.email-missing'
  | 'order.email-malformed'
  | 'order.invoice-missing'
  | 'order.public-body-needs-e-invoice'
  | 'order.address-incomplete'
  | 'order.peppol-id-malformed'
  | 'order.gln-malformed'
  | 'order.terms-not-offered'
  | 'order.web-address-missing'
  | 'order.web-address-malformed'
  | 'order.web-address-page-missing'
  | 'order.rows-missing'
  | 'order.product-missing'
  | 'order.row-kind-missing'
  | 'order.once-per-year-needs-recurring'
  | 'order.price-not-above-zero'
  | 'order.price-malformed'
  | 'order.recipient-kind-missing'
  | 'order.recipient-missing';

/** What the caller may confirm (R10, R19); the typed value stays. Stable, never renamed. */
export type OrderWarningCode =
  | 'company-number.check-digit'
  | 'order.name-in-lower-case'
  | 'order.odd-spacing'
  | 'order.odd-price'
  | 'order.email-domain-likely-mistyped'
  | 'order.second-in-round';

/** `field` is the path in the input: `rows.0.listPriceOre`. */
export interface Finding<Code extends string> {
  readonly code: Code;
  readonly field: string;
}

export type OrderError = Finding<OrderErrorCode>;
export type OrderWarning = Finding<OrderWarningCode>;

/** What a part of the form came to: a value, or the errors that stand in its way; warnings either way. */
export type Reading<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      readonly errors: readonly [];
      readonly warnings: readonly OrderWarning[];
    }
  | { readonly ok: false; readonly errors: readonly OrderError[]; readonly warnings: readonly OrderWarning[] };

export const accepted = <Value>(value: Value, warnings: readonly OrderWarning[] = []): Reading<Value> => ({
  ok: true,
  value,
  errors: [],
  warnings,
});

export const wrong = (code: OrderErrorCode, field: string): Reading<never> => ({
  ok: false,
  errors: [{ code, field }],
  warnings: [],
});

type ReadingsOf<Whole> = { readonly [Field in keyof Whole]-?: Reading<Whole[Field]> };

/** The whole has a value when every part has; what is absent stays absent. */
export function together<Whole extends object>(parts: ReadingsOf<Whole>): Reading<Whole> {
  const entries = Object.entries<Reading<unknown>>(parts);
  const warnings = entries.flatMap(([, part]) => part.warnings);
  const errors = entries.flatMap(([, part]) => part.errors);
  if (errors.length > 0) return { ok: false, errors, warnings };
  const values = entries.flatMap(([field, part]) => (part.ok && part.value !== undefined ? [[field, part.value]] : []));
  // The cast: every field of Whole has just been read without an error.
  return accepted(Object.fromEntries(values) as Whole, warnings);
}

export function eachOf<Value>(parts: readonly Reading<Value>[]): Reading<readonly Value[]> {
  const warnings = parts.flatMap((part) => part.warnings);
  const errors = parts.flatMap((part) => part.errors);
  if (errors.length > 0) return { ok: false, errors, warnings };
  return accepted(
    parts.flatMap((part) => (part.ok ? [part.value] : [])),
    warnings,
  );
}
